// A table as CSV.

/** A cell between quotes; one that a spreadsheet would read as a formula is text. @param {string} cell */
const quoted = (cell) => `"${(/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;

/** @param {string[][]} rows */
export const csvOf = (rows) => rows.map((row) => row.map(quoted).join(",")).join("\r\n");
