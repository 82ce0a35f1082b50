/** In so many minutes one after the other nothing was answered: then nothing will be. */
const LOST_AFTER = 3;

/**
 * @param {string} address of the server
 * @returns {Promise<{ trouble?: string, answered: boolean }>} what went wrong, in words
 */
async function runSchedule(address) {
  try {
    const answer = await fetch(`${address}/cdn-cgi/local/scheduled`, { signal: AbortSignal.timeout(50_000) });
    return answer.ok ? { answered: true } : { answered: true, trouble: `it answered ${answer.status}` };
  } catch (error) {
    return { answered: false, trouble: /** @type {Error} */ (error).message };
  }
}

/**
 * Runs the Worker's scheduled handler each minute, as the platform would: the local runtime never does by itself.
 * @param {string} address of the server
 * @param {() => void} lost the server answers nothing any more, as Wrangler's does after its own half was killed and begun anew
 */
export function triggerSchedule(address, lost) {
  let warned = false;
  let unanswered = 0;
  const run = async () => {
    const { answered, trouble } = await runSchedule(address);
    if (trouble && !warned)
      console.warn(`The scheduled handler could not be run: ${trouble}. Trying again each minute.`);
    warned = trouble !== undefined;
    unanswered = answered ? 0 : unanswered + 1;
    if (unanswered === LOST_AFTER) lost();
  };
  setInterval(() => void run(), 60_000).unref();
}
