import { useQuery } from "@tanstack/react-query";
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

interface Last {
  readonly key: string;
  readonly at: number;
  readonly value: number;
}

async function ask<T>(address: string): Promise<T> {
  return (await fetch(address)).json<T>();
}

const time = (at: number) => new Date(at).toLocaleTimeString();

/** As the library's own first example has it. */
export function ChartPanel({ shows, name }: { shows: string; name: string }) {
  const { data = [] } = useQuery<{ at: number; value: number }[]>({
    queryKey: ["points", shows],
    queryFn: async () => {
      const points = await ask<[number, number][]>(`/points?key=${shows}`);
      return points.map(([at, value]) => ({ at, value }));
    },
  });
  return (
    <div className="chart">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={data}>
          <CartesianGrid strokeDasharray="3 3" />
          <XAxis dataKey="at" tickFormatter={time} />
          <YAxis />
          <Tooltip />
          <Legend />
          <Line type="monotone" dataKey="value" name={name} stroke="#8884d8" />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

export function StatPanel({ shows }: { shows: string }) {
  const { data } = useQuery<Last[]>({ queryKey: ["values", shows], queryFn: () => ask(`/values?keys=${shows}`) });
  const [last] = data ?? [];
  if (!last) return <p>…</p>;
  return (
    <>
      <div className="figure">{last.value.toFixed(1)} %</div>
      <div>Updated {time(last.at)}</div>
    </>
  );
}

export function TablePanel({ shows }: { shows: readonly string[] }) {
  const { data = [] } = useQuery<Last[]>({
    queryKey: ["values", ...shows],
    queryFn: () => ask(`/values?keys=${shows.join()}`),
  });
  return (
    <table>
      <tbody>
        {data.map(({ key, at, value }) => (
          <tr key={key}>
            <td>{key}</td>
            <td>{time(at)}</td>
            <td>{value.toFixed(1)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
