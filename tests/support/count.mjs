// What a suite's report says, as two numbers and a line for each failure. A suite that ran no test, left no report, or ended badly without a failed
// test counts as one failure, so that nothing can pass by not running.

/** @typedef {{ passed: number, failed: number }} Count */

const LINES_OF_A_FAILURE = 8;

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

/**
 * The first lines of what a failed test said, without the colours of a terminal: a property's seed is on the third.
 * @param {string | undefined} message
 */
function firstLines(message) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character.
  const lines = (message ?? 'it said nothing').replace(/\u001b\[[\d;]*m/g, '').split('\n', LINES_OF_A_FAILURE);
  return lines.map((line) => `\n    ${line.slice(0, 300)}`).join('');
}

/**
 * @param {any} report Vitest's JSON report
 * @returns {string[]} for each failed test its file, its name and the first lines of what it said
 */
export function failuresOfVitest(report) {
  /** @type {{ name?: string, message?: string, status: string, assertionResults: any[] }[]} */
  const files = report?.testResults ?? [];
  return files.flatMap((file) => {
    if (file.status === 'failed' && file.assertionResults.length === 0)
      return [`${file.name}: not loaded${firstLines(file.message)}`];
    const failed = file.assertionResults.filter((result) => result.status === 'failed');
    return failed.map((result) => `${file.name}: ${result.fullName}${firstLines(result.failureMessages?.[0])}`);
  });
}

/**
 * @param {any} report Playwright's JSON report
 * @returns {string[]} for each failed test its file, its name and the first lines of what it said
 */
export function failuresOfPlaywright(report) {
  const outside = (report?.errors ?? []).map(
    (/** @type {any} */ error) => `outside tests${firstLines(error?.message)}`,
  );
  /** @type {(suite: any) => string[]} */
  const within = (suite) => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) => spec.ok === false)
      .map((/** @type {any} */ spec) => {
        const results = spec.tests?.flatMap((/** @type {any} */ test) => test.results ?? []) ?? [];
        const told = results.find((/** @type {any} */ result) => result.error !== undefined);
        return `${spec.file}: ${spec.title}${firstLines(told?.error.message)}`;
      }),
    ...(suite.suites ?? []).flatMap(within),
  ];
  return [...outside, ...(report?.suites ?? []).flatMap(within)];
}
