import { useChecks } from "../use-checks";
import { Plot, type PlotProps } from "./plot";

/** A plot that knows when its sources were last looked at. By itself, so that a beat renders the plot and not the panel. */
export function PlotOfSources({ slugs, ...rest }: Omit<PlotProps, "checkedAt"> & { slugs: readonly string[] }) {
  const checks = useChecks([...new Set(slugs)]);
  const looks = checks.flatMap(({ checkedAt }) => (checkedAt === null ? [] : [checkedAt]));
  return <Plot {...rest} checkedAt={looks.length === 0 ? null : Math.min(...looks)} />;
}
