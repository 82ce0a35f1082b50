import type { Principal } from "../../../core/live-object";
import { ReferenceReader } from "../../../core/proof/testing/reference-reader";
import { SEATS } from "../../../core/proof/testing/step";
import { closeCodes } from "../../../core/protocol/bye";
import type { Reader } from "../../testing/socket";
import { Line } from "./line";

/** A place where somebody reads, over one real socket after the other. */
export class Place {
  readonly reader = new ReferenceReader();
  readonly index: number;
  kind: Principal["kind"];
  slow = false;
  /** It keeps what it had, and does not come back by itself. */
  away = false;
  line: Line | null = null;

  constructor(index: number) {
    this.index = index;
    this.kind = index === SEATS - 1 ? "visitor" : "member";
  }

  opened(socket: Reader): void {
    const line = new Line(socket, this.kind);
    this.line = line;
    this.reader.opened((frame) => line.up.push(frame));
  }

  up(count: number): void {
    for (let i = 0; i < count; i++) if (!this.line?.sendNext()) return;
  }

  cut(forgets: boolean): void {
    this.line?.close();
    this.line = null;
    this.reader.closed(forgets);
  }

  /** What was sent before a close arrives before it. */
  heardOfClose(): void {
    const code = this.line?.closedWith ?? null;
    if (code !== null) this.cut(code === closeCodes.rights_changed);
  }
}
