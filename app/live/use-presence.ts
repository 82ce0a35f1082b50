import { useEffect } from "react";
import { useLiveClient } from "./live-context";

interface At {
  readonly panel?: string | undefined;
  readonly editing?: boolean;
}

/** Says that this page is on a board, at one of its panels, changing something there, while it is mounted. */
export function usePresence(board: string, { panel, editing = false }: At = {}): void {
  const client = useLiveClient();
  useEffect(() => {
    const place = { board, ...(panel !== undefined && { panel }), ...(editing && { editing: true as const }) };
    return client.present(place);
  }, [client, board, panel, editing]);
}
