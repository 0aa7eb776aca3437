// What a suite's report says, as two numbers. A suite that ran no test, left no report, or ended badly without a failed
// test counts as one failure, so that nothing can pass by not running.

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * A tool that is one test by itself: types, lint, dead code, build.
 * @param {unknown} _report
 * @param {boolean} ok the tool ended with exit code 0
 * @returns {Count}
 */
export function countWhole(_report, ok) {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {Count} count
 * @param {boolean} ok
 * @returns {Count}
 */
function settle({ passed, failed }, ok) {
  if (failed === 0 && (!ok || passed === 0)) return { passed, failed: 1 };
  return { passed, failed };
}

/**
 * Vitest's JSON report. A file that could not be loaded holds no test and counts as one failure.
 * @param {any} report
 * @param {boolean} ok
 * @returns {Count}
 */
export function countVitest(report, ok) {
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report?.testResults ?? [];
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return settle({ passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + unloaded }, ok);
}

/**
 * Playwright's JSON report. A test that passed only when tried again counts as failed; so does an error outside tests.
 * @param {any} report
 * @param {boolean} ok
 * @returns {Count}
 */
export function countPlaywright(report, ok) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return settle({ passed: expected, failed: unexpected + flaky + (report?.errors?.length ?? 0) }, ok);
}
