import { findBrowser } from './find-browser.mjs';

/** Runs once before the browser tests. Workers start later and read CHROME_PATH, so that tools which only load the config install nothing. */
export default async function browserSetup(): Promise<void> {
  await findBrowser();
}
