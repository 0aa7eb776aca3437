/** What is asked about this computer, and what may be done to it. */
export interface Asked {
  readonly env: Record<string, string | undefined>;
  isProgram(path: string): boolean;
  installed(): string | undefined;
  playwrightsOwn(): Promise<string | undefined>;
  /** True when the command succeeded. `timeout` in milliseconds. */
  run(command: string, args: string[], timeout: number): boolean;
  isDebianRoot(): boolean;
}
export function findBrowser(asked?: Asked): Promise<string>;
