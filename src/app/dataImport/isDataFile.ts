/**
 * True for a file with numbers, false for a journey map. Spreadsheets are among them: that one has to be saved as CSV is said
 * where files with numbers are read. It is told by its name, and where that says nothing by how it begins.
 */
export async function isDataFile(file: File): Promise<boolean> {
  if (/\.(?:csv|tsv|tab|xes|xml|gz|xlsx?|xlsm|xlsb|ods|numbers)$/i.test(file.name)) return true;
  if (!/\.txt$/i.test(file.name)) return false;
  const beginning = await file.slice(0, 4096).text();
  return !/^\uFEFF?\s*(?:\{|---\s*[\r\n]|%%|journey\s*[\r\n])/.test(beginning);
}
