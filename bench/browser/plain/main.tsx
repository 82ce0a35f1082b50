import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import type { Panel } from "../../../core/boards/document";
import { board, keys } from "../board";
import { hearNotices } from "./notices";
import { ChartPanel, StatPanel, TablePanel } from "./panels";

/** Milliseconds between two repaints of a panel, as the product has it. */
const cap = Number(new URLSearchParams(location.search).get("cap") ?? 1_000);

function Body({ panel }: { panel: Panel }) {
  if (panel.type === "line")
    return panel.series.map(({ key }) => <ChartPanel key={key} shows={key} name={panel.title} />);
  if (panel.type === "stat") return <StatPanel shows={panel.key} />;
  return <TablePanel shows={keys.filter((key) => key.includes(`.${panel.id}.`))} />;
}

function Page() {
  return (
    <main>
      {board.panels.map((panel) => {
        const { x, y, w, h } = panel.place;
        return (
          <section key={panel.id} style={{ gridArea: `${y + 1} / ${x + 1} / span ${h} / span ${w}` }}>
            <h2>{panel.title}</h2>
            <Body panel={panel} />
          </section>
        );
      })}
    </main>
  );
}

const page = document.getElementById("page");
if (!page) throw new Error("The page has no place to draw in.");
const queryClient = new QueryClient();
hearNotices(queryClient, cap);
createRoot(page).render(
  <QueryClientProvider client={queryClient}>
    <Page />
  </QueryClientProvider>,
);
