/** A request that pushes a value of this source, for a shell. The key stands in a variable: not in the shell's history. */
export function curlExample(baseUrl: string, slug: string): string {
  return [
    `curl ${baseUrl}/api/v1/values \\`,
    `  -H "Authorization: Bearer $DELTABOARD_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"values": {"${slug}.revenue": 12.5, "${slug}.open": true}}'`,
  ].join("\n");
}
