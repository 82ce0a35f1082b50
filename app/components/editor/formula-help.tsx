const lines: readonly (readonly [written: string, means: string])[] = [
  ["= {mem.used} / {mem.total} * 100", "arithmetic over keys, in braces"],
  ["= {*.used} / {*.total}", "one result for each match, paired by the *"],
  ["= sum({node.*.load})", "sum, avg, min, max, count over all"],
  ["= rate({requests}, 5m)", "a counter by the second; increase, delta"],
  ["= avg_over({load}, 5m)", "a moving mean; min_over, max_over"],
  ["= if_missing({a}, 0)", "abs, round, clamp(x, 0, 100), too"],
  ["= {stats | orders.open}", "JMESPath into a value"],
  ["= {node.$host.cpu} * $factor", "with variables of the board"],
];

/** How formulas are written, where they are. */
export function FormulaHelp() {
  return (
    <details className="text-12 text-muted">
      <summary className="cursor-default rounded-4 py-1 hover:text-strong">How formulas are written</summary>
      <dl className="mt-1 grid gap-1.5">
        {lines.map(([written, means]) => (
          <div key={written}>
            <dt>
              <code className="text-strong">{written}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
