const panels = ["Processor", "Memory", "Load", "Disk", "Network in", "Processes"]
  .concat("Processor by core", "Sources", "Network", "Memory in use", "Loads", "Disk traffic", "Memory and disks")
  .map((title, i) => `<section class="${i < 6 ? "small" : "large"}"><h2>${title}</h2></section>`)
  .join("\n");

/** The board's frame without its data: no session, no database, no library. A script of four lines shows the first message. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>This machine</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0; font: 14px system-ui, sans-serif; display: grid; grid-template-columns: 200px 1fr; min-height: 100vh }
nav { border-right: 1px solid #ddd; padding: 16px }
header { border-bottom: 1px solid #ddd; padding: 16px; display: flex; justify-content: space-between }
main { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px; padding: 16px }
section { border: 1px solid #ddd; border-radius: 8px; padding: 12px; min-height: 90px }
.large { grid-column: span 2; min-height: 240px }
h2 { font-size: 12px; margin: 0 }
</style>
</head>
<body>
<nav>Boards</nav>
<div>
<header><span>This machine</span><span role="status">Connecting</span></header>
<main>
${panels}
</main>
</div>
<script>
const socket = new WebSocket(location.origin.replace("http", "ws") + "/socket");
socket.onmessage = () => { document.querySelector("[role=status]").textContent = "Live"; };
</script>
</body>
</html>
`;
