/** Reads a workbook back with the library by which the app reads other people's. */
import readWorkbook from 'read-excel-file/node';

type Row = (string | number | boolean | Date | null)[];

const sheetsOf = async (bytes: Uint8Array) => (await readWorkbook(Buffer.from(bytes))) as unknown as { sheet: string; data: Row[] }[];

export const readSheetNames = async (bytes: Uint8Array): Promise<string[]> => (await sheetsOf(bytes)).map(({ sheet }) => sheet);
export const readSheet = async (bytes: Uint8Array, name: string): Promise<Row[]> => (await sheetsOf(bytes)).find(({ sheet }) => sheet === name)?.data ?? [];
