"use strict";

/** The numbers of a chart as a table: a list of rows, the first of which has the names of the columns. */
taagem.numbers = {
  of(chart) {
    return this[chart.type](chart);
  },

  line(chart) {
    const header = [chart.x.name];
    const columns = [];
    chart.lines.forEach(line => {
      header.push(line.name);
      columns.push({ x: line.x, y: line.y });
      if (line.band) {
        header.push(line.name + ", " + line.band.name + ", low", line.name + ", " + line.band.name + ", high");
        columns.push({ x: line.x, y: line.band.low }, { x: line.x, y: line.band.high });
      }
    });
    const rows = new Map();
    columns.forEach((column, c) => column.x.forEach((x, i) => {
      if (!rows.has(x)) {
        rows.set(x, new Array(columns.length).fill(null));
      }
      rows.get(x)[c] = column.y[i];
    }));
    const ordered = [...rows.keys()].sort((a, b) => a - b);
    return [header, ...ordered.map(x => [x, ...rows.get(x)])];
  },

  heat(chart) {
    const header = [chart.rows.name + " \\ " + chart.columns.name, ...chart.columns.labels];
    return [header, ...chart.values.map((row, r) => [chart.rows.labels[r], ...row])];
  },

  bars(chart) {
    const header = [chart.x.name, ...chart.bars.map(bars => bars.name)];
    return [header, ...chart.x.labels.map((label, i) => [label, ...chart.bars.map(bars => bars.values[i])])];
  },

  points(chart) {
    const header = ["view", "point", "x", "y", "z", chart.colour, "symbol", "size"];
    const rows = chart.views.flatMap(view => view.points.map(p =>
      [view.name, p.label, ...p.at, p.colour, p.symbol < 0 ? null : chart.symbols[p.symbol], p.size]));
    return [header, ...rows];
  },

  /** As RFC 4180 has it. */
  csv(chart) {
    const cell = value => {
      const text = value === null ? "" : String(value);
      return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
    };
    return this.of(chart).map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
  },

  /** A table on the page; of a very long one, the beginning. */
  table(chart, most) {
    const [header, ...rows] = this.of(chart);
    const cell = (value, c) => taagem.element(
      c === 0 ? "th" : "td",
      c === 0 ? { scope: "row" } : { class: "number" },
      value === null ? "" : taagem.format.isNumber(value) ? taagem.format.number(value) : String(value));
    const head = taagem.element("tr", {}, ...header.map((name, c) =>
      taagem.element("th", c === 0 ? { scope: "col" } : { scope: "col", class: "number" }, name)));
    const body = rows.slice(0, most).map(row => taagem.element("tr", {}, ...row.map(cell)));
    const table = taagem.element("table", {}, taagem.element("thead", {}, head), taagem.element("tbody", {}, ...body));
    if (rows.length > most) {
      table.prepend(taagem.element("caption", {}, "the first " + most + " of " + rows.length + " rows; the CSV has all"));
    }
    return table;
  },
};
