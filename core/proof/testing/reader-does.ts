import { setFrame } from "./people-write";
import type { ReferenceReader } from "./reference-reader";
import type { Step } from "./step";

type Own = "ack" | "want" | "leave" | "again" | "resync" | "set" | "say" | "writeAgain";

/** What a reader does by itself, on whatever line it reads. */
export function readerDoes(reader: ReferenceReader, step: Extract<Step, { do: Own }>): void {
  switch (step.do) {
    case "ack":
      return reader.acknowledge();
    case "want":
      return reader.want(step.pattern);
    case "leave":
      return reader.leave([...reader.wanted][step.nth] ?? "");
    case "again":
      return reader.again();
    case "resync":
      return reader.resync();
    case "set":
      return reader.write((id) => setFrame(id, step, reader));
    case "say":
      return reader.write((id) => ({ type: "append", id, key: "list.log", data: step.data }));
    case "writeAgain":
      return reader.writeAgain();
  }
}
