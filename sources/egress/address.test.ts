import { describe, expect, test } from "vitest";
import { matching } from "../testing/matching";
import { type AddressPolicy, checkAddress } from "./address";

const ownHosts = ["board.example.com", "*.deltaboard.pages.dev", "localhost:8787"];
const atLarge: AddressPolicy = { allowPrivate: false, ownHosts };
const atHome: AddressPolicy = { allowPrivate: true, ownHosts };

type Reason = "public" | "private" | "closed" | "own" | "port" | "scheme" | "user" | "dot" | "broken";

/** Why each address is let through or not, by the spelling of its host alone. */
const table: readonly (readonly [url: string, reason: Reason])[] = [
  ["https://example.com/data.json", "public"],
  ["http://example.com/metrics", "public"],
  ["https://example.com:8443/", "public"],
  ["http://example.com:9100/metrics", "public"],
  ["https://bücher.example/", "public"],
  ["https://8.8.8.8/", "public"],
  ["https://172.15.255.255/", "public"],
  ["https://172.32.0.1/", "public"],
  ["https://100.63.255.255/", "public"],
  ["https://100.128.0.1/", "public"],
  ["https://223.255.255.255/", "public"],
  ["https://[2606:4700::1111]/", "public"],
  ["https://local.example.com/", "public"],
  ["https://127.0.0.1.example.com/", "public"],
  ["http://127.0.0.1/", "private"],
  ["http://127.1/", "private"],
  ["http://127.0.1/", "private"],
  ["http://2130706433/", "private"],
  ["http://0x7f000001/", "private"],
  ["http://0x7f.1/", "private"],
  ["http://0177.0.0.1/", "private"],
  ["http://017700000001/", "private"],
  ["http://①②⑦.⓪.⓪.①/", "private"],
  ["http://127。0。0。1/", "private"],
  ["http://%31%32%37.0.0.1/", "private"],
  ["http:\\\\127.0.0.1\\", "private"],
  ["http:127.0.0.1", "private"],
  ["http://0/", "private"],
  ["http://0.0.0.0/", "private"],
  ["http://10.0.0.1/", "private"],
  ["http://10.255.255.255/", "private"],
  ["http://172.16.0.1/", "private"],
  ["http://172.31.255.255/", "private"],
  ["http://192.168.1.1/", "private"],
  ["http://3232235777/", "private"],
  ["http://100.64.0.1/", "private"],
  ["http://100.127.255.255/", "private"],
  ["http://192.0.0.8/", "private"],
  ["http://192.0.2.1/", "private"],
  ["http://192.88.99.1/", "private"],
  ["http://198.18.0.1/", "private"],
  ["http://198.19.255.255/", "private"],
  ["http://198.51.100.7/", "private"],
  ["http://203.0.113.7/", "private"],
  ["http://[::1]/", "private"],
  ["http://[::]/", "private"],
  ["http://[0:0:0:0:0:0:0:1]/", "private"],
  ["http://[::ffff:127.0.0.1]/", "private"],
  ["http://[::ffff:7f00:1]/", "private"],
  ["http://[::ffff:10.0.0.1]/", "private"],
  ["http://[::ffff:8.8.8.8]/", "private"],
  ["http://[::ffff:0:127.0.0.1]/", "private"],
  ["http://[::127.0.0.1]/", "private"],
  ["http://[64:ff9b::127.0.0.1]/", "private"],
  ["http://[64:ff9b::a00:1]/", "private"],
  ["http://[64:ff9b:1::1]/", "private"],
  ["http://[2002:7f00:1::]/", "private"],
  ["http://[2002:808:808::1]/", "private"],
  ["http://[2001::1]/", "private"],
  ["http://[2001:db8::1]/", "private"],
  ["http://[3fff::1]/", "private"],
  ["http://[fc00::1]/", "private"],
  ["http://[fd12:3456:789a::1]/", "private"],
  ["http://[100::1]/", "private"],
  ["http://[4000::1]/", "private"],
  ["http://localhost/", "private"],
  ["http://LOCALHOST/", "private"],
  ["http://loc%61lhost/", "private"],
  ["http://ⓛocalhost/", "private"],
  ["http://ｌｏｃａｌｈｏｓｔ/", "private"],
  ["http://api.localhost/", "private"],
  ["http://printer.local/", "private"],
  ["http://db.internal/", "private"],
  ["http://router.lan/", "private"],
  ["http://router.home.arpa/", "private"],
  ["http://intranet/", "private"],
  ["http://0x7f.0x0.0x0.0x1/", "private"],
  ["http://0177.1/", "private"],
  ["http://127.0x0.00.1/", "private"],
  ["http://127.000.000.001/", "private"],
  ["http://[0:0:0:0:0:ffff:7f00:0001]/", "private"],
  ["http://[0000:0000:0000:0000:0000:0000:0000:0001]/", "private"],
  ["http://[::FFFF:192.168.0.1]/", "private"],
  ["http://[::ffff:0a00:0001]/", "private"],
  ["http://[2002:c0a8:1::1]/", "private"],
  ["http://[64:ff9b::c0a8:1]/", "private"],
  ["http://[fec0:0:0:1::1]:8080/", "closed"],
  ["http://10.1/", "private"],
  ["http://0xa000001/", "private"],
  ["http://192.168.257/", "private"],
  ["http://host.docker.internal/", "private"],
  ["http://kubernetes.default.svc/", "private"],
  ["http://kubernetes.default.svc.cluster.local/", "private"],
  ["http://ip6-localhost/", "private"],
  ["http://localhost.localdomain/", "private"],
  ["http://127%2e0%2e0%2e1/", "private"],
  ["http://１２７.0.0.1/", "private"],
  ["http://127.0.0.1\t/", "private"],
  ["\nhttp://127.0.0.1/", "private"],
  ["http:///127.0.0.1/", "private"],
  ["http://127.0.0.1?x.example.com/", "private"],
  ["http://127.0.0.1#@example.com/", "private"],
  ["http://169.254.169.254/latest/meta-data/", "closed"],
  ["http://0xa9fea9fe/", "closed"],
  ["http://[::ffff:169.254.169.254]/", "closed"],
  ["http://[64:ff9b::169.254.169.254]/", "closed"],
  ["http://[fe80::1]/", "closed"],
  ["http://[fec0::1]/", "closed"],
  ["http://[ff02::1]/", "closed"],
  ["http://[fd00:ec2::254]/", "closed"],
  ["http://100.100.100.200/", "closed"],
  ["http://metadata.google.internal/", "closed"],
  ["http://224.0.0.1/", "closed"],
  ["http://239.255.255.255/", "closed"],
  ["http://240.0.0.1/", "closed"],
  ["http://255.255.255.255/", "closed"],
  ["http://[::169.254.169.254]/", "closed"],
  ["http://[2002:a9fe:a9fe::1]/", "closed"],
  ["http://[64:ff9b::a9fe:a9fe]/", "closed"],
  ["http://[::ffff:6464:64c8]/", "closed"],
  ["http://169.254.170.2/v2/credentials", "closed"],
  ["http://169.254.0.1/", "closed"],
  ["http://2852039166/", "closed"],
  ["http://0251.0376.0251.0376/", "closed"],
  ["http://169.254.43518/", "closed"],
  ["http://192.0.0.192/opc/v2/", "closed"],
  ["http://168.63.129.16/", "closed"],
  ["http://metadata/", "closed"],
  ["http://METADATA.google.internal/", "closed"],
  ["http://metadata.goog/", "closed"],
  ["http://[febf::1]/", "closed"],
  ["http://[ff0e::1]/", "closed"],
  ["http://0xffffffff/", "closed"],
  ["https://board.example.com/", "own"],
  ["https://BOARD.example.com:8443/", "own"],
  ["https://ｂｏａｒｄ.example.com/login", "own"],
  ["https://abc123.deltaboard.pages.dev/", "own"],
  ["http://localhost:8787/", "own"],
  ["http://127.0.0.1:8787/w/home", "own"],
  ["http://127.9.9.9:8787/", "own"],
  ["http://0.0.0.0:8787/", "own"],
  ["http://[::1]:8787/", "own"],
  ["http://[::ffff:127.0.0.1]:8787/", "own"],
  ["http://[64:ff9b::127.0.0.1]:8787/", "own"],
  ["http://x.localhost:8787/", "own"],
  ["http://example.com:22/", "port"],
  ["http://example.com:25/", "port"],
  ["http://example.com:81/", "port"],
  ["http://example.com:0/", "port"],
  ["http://example.com:5432/", "port"],
  ["http://example.com:6379/", "port"],
  ["http://example.com:6667/", "port"],
  ["http://example.com:11211/", "port"],
  ["ftp://example.com/", "scheme"],
  ["ws://example.com/", "scheme"],
  ["gopher://example.com/", "scheme"],
  ["http://user@example.com/", "user"],
  ["http://:secret@example.com/", "user"],
  ["http://example.com@127.0.0.1/", "user"],
  ["http://example.com./", "dot"],
  ["http://localhost./", "dot"],
  ["http://board.example.com./", "dot"],
  ["http://example.com../", "dot"],
  ["file:///etc/passwd", "broken"],
  ["data:text/plain,1", "broken"],
  ["javascript:alert(1)", "broken"],
  ["upstream:machine", "broken"],
  ["example.com/data", "broken"],
  ["http://", "broken"],
  ["http://exa mple.com/", "broken"],
  ["http://999.1.1.1/", "broken"],
  ["http://[fe80::1%25eth0]/", "broken"],
  ["http://example.com:65536/", "broken"],
  ["", "broken"],
];

const words: Readonly<Record<Exclude<Reason, "public">, RegExp>> = {
  private: /is private/,
  closed: /is private/,
  own: /Deltaboard's own/,
  port: /a port/,
  scheme: /Only http/,
  user: /user name/,
  dot: /end with a dot/,
  broken: /not a complete URL/,
};

describe("[N1] an address", () => {
  test("is tried in many spellings", () => expect(new Set(table.map(([url]) => url)).size).toBeGreaterThanOrEqual(150));

  test.each(table)("%s is %s", (url, reason) => {
    const checked = checkAddress(url, atLarge);
    if (reason === "public") return expect(checked.ok).toBe(true);
    expect(checked).toEqual({
      ok: false,
      failure: { code: "refused_address", message: matching(words[reason]) },
    });
  });

  test.each(table)(
    "%s (%s) at home is let through if it is public or private, and for no other reason",
    (url, reason) => {
      expect(checkAddress(url, atHome).ok).toBe(reason === "public" || reason === "private");
    },
  );
});

describe("the operator's own upstream", () => {
  const policy = { ...atLarge, trustedOrigin: "http://127.0.0.1:9100" };

  test("may be private, in exactly its origin", () => {
    expect(checkAddress("http://127.0.0.1:9100/metrics", policy).ok).toBe(true);
    expect(checkAddress("http://127.0.0.1:9101/metrics", policy).ok).toBe(false);
    expect(checkAddress("https://127.0.0.1:9100/metrics", policy).ok).toBe(false);
    expect(checkAddress("http://127.0.0.2:9100/metrics", policy).ok).toBe(false);
  });

  test("may not be Deltaboard itself, nor a cloud's metadata", () => {
    const own = { ...atLarge, trustedOrigin: "http://127.0.0.1:8787" };
    expect(checkAddress("http://127.0.0.1:8787/", own).ok).toBe(false);
    const metadata = { ...atLarge, trustedOrigin: "http://169.254.169.254" };
    expect(checkAddress("http://169.254.169.254/", metadata).ok).toBe(false);
  });
});
