import type { ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures: right-aligned and tabular. */
  figures?: boolean;
  /** Names the row for those who hear the table. */
  rowHead?: boolean;
  foot?: ReactNode;
  sortable?: boolean;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: { by: string; descending: boolean };
  onSort?: (by: string) => void;
  isSelected?: (row: Row) => boolean;
  dense?: boolean;
  /** On phones each row becomes a block of labelled values, so that nothing lies out of sight to the right. */
  stack?: boolean;
}

export function Table<Row>({ caption, columns, rows, rowKey, sort, onSort, isSelected, dense = false, stack = false }: TableProps<Row>) {
  const ordered = (id: string) => (sort?.by === id ? (sort.descending ? 'descending' : 'ascending') : undefined);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={cx('table', dense && 'table--dense', stack && 'table--stack')}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, head, figures, sortable }) => (
              <th key={id} scope="col" className={figures ? 'r' : undefined} aria-sort={ordered(id)}>
                {sortable && onSort ? (
                  <button type="button" className="sort" aria-pressed={sort?.by === id} onClick={() => onSort(id)}>
                    {head}
                    {sort?.by === id && <Icon name="chev-down" className={sort.descending ? undefined : 'rotate-180'} />}
                  </button>
                ) : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={isSelected?.(row) ? 'is-selected' : undefined}>
              {columns.map(({ id, head, cell, figures, rowHead }) =>
                rowHead ? <th key={id} scope="row">{cell(row)}</th> : <td key={id} className={figures ? 'r' : undefined} data-label={stack && typeof head === 'string' ? head : undefined}>{cell(row)}</td>,
              )}
            </tr>
          ))}
        </tbody>
        {columns.some(({ foot }) => foot !== undefined) && (
          <tfoot>
            <tr>{columns.map(({ id, foot, figures }) => <td key={id} className={figures ? 'r' : undefined}>{foot}</td>)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
