import { parseCsvBatch } from '../../src/batches/parse-csv-batch.js';
import { tableText } from '../../src/batches/table-text.js';
import type { OwnTable } from '../state/explorer-state.js';
import { element } from './element.js';

/** Takes a CSV file that the user chooses, or drops anywhere on the page. Nothing is sent anywhere. */
export function csvDrop(take: (table: OwnTable, rows: number) => void, complain: (line: string) => void): void {
  const field = element('file', HTMLInputElement);
  const target = element('drop', HTMLFieldSetElement);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const text = tableText(new Uint8Array(await file.arrayBuffer()));
      const batch = parseCsvBatch(text, file.name);
      if (batch.cols < 2)
        throw new RangeError(`${file.name}: needs at least 2 rows, a point each; came ${batch.cols}.`);
      take({ name: file.name, text }, batch.cols);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  };
  field.addEventListener('change', () => void read(field.files?.[0]));
  addEventListener('dragover', (event) => {
    event.preventDefault();
    target.classList.add('over');
  });
  addEventListener('dragleave', () => target.classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    target.classList.remove('over');
    void read(event.dataTransfer?.files[0]);
  });
}
