import { contestants } from "./diff/contestants";
import { fieldPairs, recordedPairs } from "./diff/pairs";
import { type Result, resultsOf } from "./diff/results";
import { printResults } from "./diff/tables";
import { printMachine } from "./setup/report";

const ROUNDS = Number(process.argv[2] ?? 5);

printMachine();
const byShape = Map.groupBy([...fieldPairs(), ...recordedPairs()], ({ shape }) => shape);
const results: Result[] = [];
for (const [shape, pairs] of byShape) {
  results.push(...resultsOf(pairs, contestants, ROUNDS));
  console.error(`measured: ${shape}, ${pairs.length} pairs`);
}
printResults(results);
