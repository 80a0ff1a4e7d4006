"use strict";

/** Turns the data of a chart into what ECharts draws. */
taagem.charts = {
  /** Beyond so many points of a line, only some have a symbol; beyond so many cells in a row, cells have no text. */
  mostSymbols: 12,
  mostCellTexts: 12,
  mostMarkTexts: 12,

  option(chart, width) {
    const narrow = width < 600;
    const { ink, paper } = { ink: taagem.theme.named("ink"), paper: taagem.theme.named("raised") };
    return {
      animation: false,
      backgroundColor: "transparent",
      textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: {
        confine: true, backgroundColor: paper, borderColor: taagem.theme.named("rule"), padding: [6, 10],
        textStyle: { color: ink }, extraCssText: "max-width:340px;white-space:normal;",
      },
      ...this[chart.type](chart, narrow),
    };
  },

  axis(spec, more) {
    const quiet = taagem.theme.named("quiet");
    const rule = taagem.theme.named("rule");
    const numbers = spec.labels
      ? { type: "category", data: spec.labels }
      : { type: spec.logarithmic ? "log" : "value", min: spec.least, max: spec.most, scale: spec.least === undefined };
    return {
      ...numbers,
      name: spec.name,
      nameLocation: "middle",
      nameTextStyle: { color: quiet },
      axisLabel: { color: quiet, hideOverlap: true, ...more.axisLabel },
      axisLine: { lineStyle: { color: quiet } },
      splitLine: { show: !spec.labels, lineStyle: { color: rule } },
      nameGap: more.nameGap,
      ...more.rest,
    };
  },

  /** A long chart's x axis ends where its numbers do. */
  ends(chart) {
    const all = chart.lines.flatMap(line => line.x.length ? [line.x[0], line.x[line.x.length - 1]] : []);
    return all.length ? [Math.min(...all), Math.max(...all)] : [0, 1];
  },

  legend(names, narrow) {
    return {
      show: names.length > 1, type: "scroll", top: 0, left: 0, right: 8, data: [...new Set(names)],
      itemWidth: narrow ? 24 : 32, pageIconColor: taagem.theme.named("link"), pageIconInactiveColor: taagem.theme.named("rule"),
      pageTextStyle: { color: taagem.theme.named("quiet") }, textStyle: { color: taagem.theme.named("ink") },
    };
  },

  grid(narrow, top, bottom) {
    return { left: narrow ? 62 : 86, right: narrow ? 20 : 36, top, bottom };
  },

  line(chart, narrow) {
    const [least, most] = this.ends(chart);
    const zoomed = Math.max(0, ...chart.lines.map(line => line.x.length)) > 100;
    const texts = chart.marks.length <= (narrow ? 4 : this.mostMarkTexts);
    const stacked = chart.style === "stacked_areas";
    return {
      legend: this.legend(chart.lines.map(line => line.name), narrow),
      grid: this.grid(narrow, (chart.lines.length > 1 ? 34 : 12) + (texts && chart.marks.length ? 18 : 0), zoomed ? 86 : 46),
      aria: this.patterns(stacked),
      xAxis: this.axis({ least, most, ...chart.x }, { nameGap: 28 }),
      yAxis: this.axis(chart.y, { nameGap: narrow ? 46 : 64 }),
      dataZoom: zoomed ? this.zoom() : [],
      tooltip: { ...this.tooltip(), trigger: "axis", formatter: items => this.lineTip(chart, items) },
      series: [
        // the legend shows the first series of a name: the line, not the band around it
        ...chart.lines.map((line, i) => this.oneLine(chart, line, i)),
        ...chart.lines.flatMap((line, i) => line.band ? [this.band(line, i)] : []),
        this.marks(chart, texts),
      ],
    };
  },

  /** Areas and bars are told apart without colours, too. What the chart is of stands in the page. */
  patterns(wanted) {
    return { enabled: wanted, decal: { show: wanted }, label: { enabled: false } };
  },

  tooltip() {
    return {
      confine: true, backgroundColor: taagem.theme.named("raised"), borderColor: taagem.theme.named("rule"),
      padding: [6, 10], textStyle: { color: taagem.theme.named("ink") },
    };
  },

  /** By keys, by Ctrl and the wheel, or by the slider: a bare wheel is to scroll the page. */
  zoom() {
    const quiet = taagem.theme.named("quiet");
    return [
      { type: "inside", zoomOnMouseWheel: "ctrl", moveOnMouseMove: false, preventDefaultMouseMove: false },
      {
        type: "slider", height: 18, bottom: 10, borderColor: taagem.theme.named("rule"), brushSelect: false,
        showDetail: false, textStyle: { color: quiet }, fillerColor: "rgba(127,140,160,0.22)",
        dataBackground: { lineStyle: { color: quiet }, areaStyle: { color: quiet } },
      },
    ];
  },

  oneLine(chart, line, i) {
    const every = Math.ceil(line.x.length / this.mostSymbols);
    const stacked = chart.style === "stacked_areas";
    return {
      id: "line" + i,
      name: line.name,
      type: "line",
      data: line.x.map((x, p) => [x, stacked ? this.upTo(chart, i, p) : line.y[p]]),
      color: taagem.theme.colour(i),
      areaStyle: stacked ? { opacity: 1 } : undefined,
      symbol: taagem.theme.symbol(i),
      showSymbol: !stacked && line.x.length <= 400,
      symbolSize: (value, params) => (params.dataIndex % every === i % every ? 7 : 0),
      lineStyle: { width: stacked ? 1 : 1.8, type: stacked ? "solid" : taagem.theme.dash(i) },
      emphasis: { disabled: true },
      connectNulls: false,
      z: stacked ? 3 + chart.lines.length - i : 3,
    };
  },

  /** The height of an area and all below it, for ECharts stacks over categories only; the lower ones are drawn over it. */
  upTo(chart, i, p) {
    return chart.lines.slice(0, i + 1).reduce((sum, line) => sum + (line.y[p] || 0), 0);
  },

  /** One polygon for each stretch without a gap, drawn with its first point. */
  band(line, i) {
    const stretches = [[]];
    line.x.forEach((x, p) => {
      if ([line.band.low[p], line.band.high[p]].every(taagem.format.isNumber)) {
        stretches[stretches.length - 1].push(p);
      } else {
        stretches.push([]);
      }
    });
    const whole = stretches.filter(stretch => stretch.length > 1);
    const highest = whole.flat().reduce((best, p) => (line.band.high[p] > line.band.high[best] ? p : best), (whole[0] || [0])[0]);
    return {
      name: line.name,
      type: "custom",
      silent: true,
      clip: true,
      color: taagem.theme.colour(i),
      tooltip: { show: false },
      // the last two are not drawn: they make the axis long enough
      data: [...whole.map(stretch => stretch[0]), this.lowest(line, whole)].map(p => [line.x[p], line.band.low[p]])
        .concat([[line.x[highest], line.band.high[highest]]]),
      renderItem: (params, api) => ({
        type: "polygon",
        shape: { points: this.outline(line, whole[params.dataIndexInside] || [], api) },
        style: { fill: taagem.theme.colour(i), opacity: 0.2 },
      }),
      z: 1,
    };
  },

  lowest(line, whole) {
    return whole.flat().reduce((best, p) => (line.band.low[p] < line.band.low[best] ? p : best), (whole[0] || [0])[0]);
  },

  outline(line, stretch, api) {
    const there = stretch.map(p => api.coord([line.x[p], line.band.high[p]]));
    const back = [...stretch].reverse().map(p => api.coord([line.x[p], line.band.low[p]]));
    return there.concat(back);
  },

  marks(chart, texts) {
    return {
      type: "line",
      data: [],
      silent: true,
      markLine: {
        silent: true,
        symbol: "none",
        animation: false,
        lineStyle: { color: taagem.theme.named("quiet"), type: [2, 4], width: 1 },
        label: {
          show: texts, color: taagem.theme.named("quiet"), position: "end", fontSize: 11, formatter: mark => mark.name,
        },
        data: chart.marks.map(mark => ({
          name: mark.label, xAxis: mark.at, label: { align: mark.at === chart.x.least ? "left" : "center" },
        })),
      },
    };
  },

  tip(heading, rows) {
    return taagem.element("div", { class: "tip" }, taagem.element("div", {}, heading), ...rows.map(row => {
      const swatch = taagem.element("i");
      swatch.style.background = row.colour || "transparent";
      return taagem.element("div", { class: "row" }, swatch, row.name, taagem.element("b", {}, row.value));
    }));
  },

  lineTip(chart, items) {
    const shown = items.filter(item => String(item.seriesId).startsWith("line"));
    const rows = shown.flatMap(item => {
      const i = Number(item.seriesId.slice(4));
      const line = chart.lines[i];
      const p = item.dataIndex;
      const row = { colour: item.color, name: line.name, value: taagem.format.number(line.y[p]) };
      const band = line.band
        ? [{ name: line.band.name, value: [line.band.low[p], line.band.high[p]].map(v => taagem.format.number(v)).join(" – ") }]
        : [];
      return [row, ...band];
    });
    const at = shown.length ? shown[0].value[0] : "";
    return this.tip(chart.x.name + " " + taagem.format.number(at), rows);
  },

  heat(chart, narrow) {
    const cells = chart.values.flatMap((row, r) => row.map((value, c) => ({ value: [c, r, value] })));
    const numbers = chart.values.flat().filter(taagem.format.isNumber);
    const least = chart.value.least ?? Math.min(0, ...numbers);
    const most = chart.value.most ?? Math.max(least + 1e-9, ...numbers);
    const texts = chart.columns.labels.length <= (narrow ? 5 : this.mostCellTexts);
    const dark = value => (value - least) / (most - least) < 0.55;
    cells.forEach(cell => {
      cell.label = { color: dark(cell.value[2]) ? "#ffffff" : "#14181f" };
    });
    return {
      grid: { left: narrow ? 96 : 190, right: 14, top: 8, bottom: narrow ? 108 : 96 },
      xAxis: this.axis(chart.columns, { nameGap: 30, axisLabel: { width: narrow ? 44 : 76, overflow: "truncate" } }),
      yAxis: this.axis(chart.rows, {
        nameGap: narrow ? 80 : 174, axisLabel: { width: narrow ? 66 : 150, overflow: "truncate" }, rest: { inverse: true },
      }),
      visualMap: {
        min: least, max: most, calculable: false, orient: "horizontal", left: "center", bottom: 4, itemHeight: 160,
        precision: 2, inRange: { color: taagem.theme.shades }, textStyle: { color: taagem.theme.named("quiet") },
        text: [taagem.format.number(most), taagem.format.number(least)],
      },
      tooltip: {
        ...this.tooltip(),
        formatter: item => this.tip(chart.rows.labels[item.value[1]], [
          { name: chart.columns.labels[item.value[0]], value: taagem.format.number(item.value[2]) }]),
      },
      series: [{
        type: "heatmap",
        data: cells.filter(cell => taagem.format.isNumber(cell.value[2])),
        itemStyle: { borderColor: taagem.theme.named("paper"), borderWidth: 1 },
        label: { show: texts, fontSize: narrow ? 10 : 12, formatter: item => item.value[2].toFixed(narrow ? 2 : 3) },
        emphasis: { itemStyle: { borderColor: taagem.theme.named("link"), borderWidth: 3 } },
      }],
    };
  },

  bars(chart, narrow) {
    return {
      legend: this.legend(chart.bars.map(bars => bars.name), narrow),
      grid: this.grid(narrow, chart.bars.length > 1 ? 34 : 12, narrow ? 76 : 60),
      aria: this.patterns(chart.bars.length > 1),
      xAxis: this.axis(chart.x, {
        nameGap: narrow ? 56 : 40, axisLabel: { rotate: narrow ? 40 : 0, width: 86, overflow: "truncate" },
      }),
      yAxis: this.axis(chart.y, { nameGap: narrow ? 46 : 64 }),
      tooltip: {
        ...this.tooltip(),
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: items => this.tip(chart.x.labels[items[0].dataIndex], items.map(item => ({
          colour: item.color, name: item.seriesName, value: taagem.format.number(chart.bars[item.seriesIndex].values[item.dataIndex]),
        }))),
      },
      series: chart.bars.map((bars, i) => ({
        name: bars.name, type: "bar", data: bars.values, color: taagem.theme.colour(i), barMaxWidth: 34,
        stack: chart.stacked ? "all" : undefined,
      })),
    };
  },
};
