/** Computes the few functions that the forms use, as spreadsheet programs do; cells hold numbers, texts or nothing. */

export type CellContent = number | string | null;

const functions = {
  IF: (condition: boolean, yes: unknown, no: unknown) => (condition ? yes : no),
  AND: (...conditions: readonly boolean[]) => conditions.every(Boolean),
  COUNT: (...cells: readonly CellContent[]) => cells.filter((cell) => typeof cell === 'number').length,
  ROUND: (value: number, places: number) =>
    Math.sign(value) * Number(`${Math.round(Number(`${Math.abs(value)}e${places}`))}e-${places}`),
  ABS: Math.abs,
  N: (cell: CellContent) => (typeof cell === 'number' ? cell : 0),
};

const token = /"(?:[^"]|"")*"|\$?[A-Z]{1,3}\$?\d+|[A-Z]+(?=\()|<>|<=|>=|\d+(?:\.\d+)?|TRUE|FALSE|[-+*/&=<>(),]/g;

/** The value of a formula; what a real program would answer with an error is NaN here. */
export function runFormula(formula: string, cells: Readonly<Record<string, CellContent>>): unknown {
  const tokens = formula.match(token) ?? [];
  if (tokens.join('') !== formula) throw new Error(`unknown sign in ${formula}`);
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const peek = () => tokens[at] ?? '';

  function primary(): unknown {
    const word = next();
    if (word === '(') {
      const inner = comparison();
      next();
      return inner;
    }
    if (word === '-') return -Number(primary());
    if (word.startsWith('"')) return word.slice(1, -1).replaceAll('""', '"');
    if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
    if (Object.hasOwn(functions, word)) return call(word as keyof typeof functions);
    if (/^\d/.test(word)) return Number(word);
    return cells[word.replaceAll('$', '')] ?? null;
  }
  function call(name: keyof typeof functions): unknown {
    next();
    const parameters: unknown[] = [];
    while (peek() !== ')') {
      parameters.push(comparison());
      if (peek() === ',') next();
    }
    next();
    return (functions[name] as (...values: readonly unknown[]) => unknown)(...parameters);
  }
  function product(): unknown {
    let value = primary();
    while (peek() === '*' || peek() === '/') {
      const sign = next();
      const other = Number(primary());
      value = sign === '*' ? Number(value) * other : Number(value) / other;
    }
    return value;
  }
  function sum(): unknown {
    let value = product();
    while (peek() === '+' || peek() === '-') {
      const sign = next();
      const other = Number(product());
      value = sign === '+' ? Number(value) + other : Number(value) - other;
    }
    return value;
  }
  function text(): unknown {
    let value = sum();
    while (peek() === '&') {
      next();
      value = `${String(value)}${String(sum())}`;
    }
    return value;
  }
  function comparison(): unknown {
    const left = text();
    const sign = peek();
    if (!/^(?:=|<>|<|<=|>|>=)$/.test(sign)) return left;
    next();
    const right = text();
    const [a, b] = [Number(left), Number(right)];
    const holds = { '=': a === b, '<>': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b };
    return holds[sign as keyof typeof holds];
  }
  return comparison();
}
