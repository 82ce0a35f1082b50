/**
 * Runs the Worker's scheduled handler each minute, as the platform would: the local runtime never does by itself.
 * @param {string} address of the server
 */
export function triggerSchedule(address) {
  let warned = false;
  const timer = setInterval(async () => {
    try {
      const answer = await fetch(`${address}/cdn-cgi/local/scheduled`, { signal: AbortSignal.timeout(50_000) });
      if (answer.ok) return;
      throw new Error(`it answered ${answer.status}`);
    } catch (error) {
      if (!warned)
        console.warn(
          `The scheduled handler could not be run: ${/** @type {Error} */ (error).message}. Trying again each minute.`,
        );
      warned = true;
    }
  }, 60_000);
  timer.unref();
}
