/** @param {string} address of the server @returns {Promise<string | undefined>} what went wrong, in words */
async function runSchedule(address) {
  try {
    const answer = await fetch(`${address}/cdn-cgi/local/scheduled`, { signal: AbortSignal.timeout(50_000) });
    return answer.ok ? undefined : `it answered ${answer.status}`;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}

/**
 * Runs the Worker's scheduled handler each minute, as the platform would: the local runtime never does by itself.
 * @param {string} address of the server
 */
export function triggerSchedule(address) {
  let warned = false;
  const run = async () => {
    const trouble = await runSchedule(address);
    if (trouble && !warned)
      console.warn(`The scheduled handler could not be run: ${trouble}. Trying again each minute.`);
    warned = trouble !== undefined;
  };
  setInterval(() => void run(), 60_000).unref();
}
