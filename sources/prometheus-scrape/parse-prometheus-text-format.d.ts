declare module "parse-prometheus-text-format" {
  export interface Family {
    name: string;
    help: string;
    type: string;
    /** Numbers come as they were written. */
    metrics: { value?: string; labels?: Record<string, string> }[];
  }
  export default function parsePrometheusTextFormat(text: string): Family[];
}
