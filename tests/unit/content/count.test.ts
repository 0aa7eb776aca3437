import { describe, expect, it } from 'vitest';
import {
  countPlaywright,
  countVitest,
  countWhole,
  failuresOfPlaywright,
  failuresOfVitest,
} from '../../support/count.mjs';

describe('counting the tests of a suite', () => {
  it('counts what passed and failed', () => {
    expect(countWhole(undefined, true)).toEqual({ passed: 1, failed: 0 });
    expect(countWhole(undefined, false)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest({ numPassedTests: 5, numFailedTests: 2, testResults: [] }, false)).toEqual({
      passed: 5,
      failed: 2,
    });
    expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] }, false)).toEqual({
      passed: 3,
      failed: 2,
    });
  });

  it('a suite that ran nothing or left no report has failed', () => {
    expect(countVitest(undefined, true)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, true)).toEqual({
      passed: 0,
      failed: 1,
    });
    expect(countPlaywright(undefined, false)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright({ stats: { expected: 0, skipped: 4 } }, true)).toEqual({ passed: 0, failed: 1 });
  });

  it('files that did not load, errors outside tests and bad exits count', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [unloaded] }, false)).toEqual({
      passed: 5,
      failed: 1,
    });
    expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, false)).toEqual({
      passed: 5,
      failed: 1,
    });
    expect(countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [{}] }, false)).toEqual({
      passed: 3,
      failed: 1,
    });
  });

  it('what failed is told with its file, its name and its first lines', () => {
    const results = [
      { status: 'passed', fullName: 'good' },
      { status: 'failed', fullName: 'sums are right', failureMessages: ['\u001b[31mexpected 1\u001b[39m\nto be 2'] },
    ];
    const unloaded = { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    const report = { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: results }, unloaded] };
    expect(failuresOfVitest(report)).toEqual([
      'a.test.ts: sums are right\n    expected 1\n    to be 2',
      'b.test.ts: not loaded\n    no such module',
    ]);
    expect(failuresOfVitest(undefined)).toEqual([]);

    const failed = {
      ok: false,
      file: 'x.spec.ts',
      title: 'opens',
      tests: [{ results: [{ error: { message: 'no' } }] }],
    };
    const suites = [{ specs: [{ ok: true }], suites: [{ specs: [failed] }] }];
    expect(failuresOfPlaywright({ suites, errors: [{ message: 'no server' }] })).toEqual([
      'outside tests\n    no server',
      'x.spec.ts: opens\n    no',
    ]);
    expect(failuresOfPlaywright(undefined)).toEqual([]);
  });
});
