// Sends events of a page to a Deltaboard source that allows the page's origin (docs/sources/push.md):
//   <script defer src="https://board.example.com/beacon.js" data-source="<the source's id>"></script>
// Without cookies and without anything kept in the browser. `deltaboard("name", data)` sends an event of your own.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { source = "" } = script.dataset;
  // Whoever asks not to be tracked is not.
  if (source === "" || navigator.globalPrivacyControl || navigator.doNotTrack === "1") {
    window.deltaboard = () => false;
    return;
  }
  const to = new URL(`/api/v1/beacons/${source}`, script.src).href;
  // The query may hold what is nobody's business.
  /** @param {string} name @param {unknown} [data] */
  const send = (name, data) => {
    const body = { name, path: location.pathname.slice(0, 500), ...(data === undefined ? {} : { data }) };
    return navigator.sendBeacon(to, JSON.stringify(body));
  };
  window.deltaboard = send;
  const { referrer } = document;
  const from =
    referrer && new URL(referrer).origin !== location.origin ? { referrer: new URL(referrer).origin } : undefined;
  send("view", from);
})();
