"use strict";

/**
 * Points in space, turned by mouse, finger or keys. They are projected here and drawn as points of the plane, so that no
 * graphics hardware is needed.
 */
taagem.cloud = {
  turnPerPixel: 0.01,
  turnPerKey: 0.12,
  angles: new WeakMap(),

  /** Where a figure is looked at from: turned about the upright axis, and tilted. */
  anglesOf(figure) {
    if (!this.angles.has(figure)) {
      this.angles.set(figure, { turn: 0.6, tilt: 0.35, view: 0 });
    }
    return this.angles.get(figure);
  },

  project(at, { turn, tilt }) {
    const [x, y, z] = at;
    const across = x * Math.cos(turn) + z * Math.sin(turn);
    const into = -x * Math.sin(turn) + z * Math.cos(turn);
    return [across, y * Math.cos(tilt) - into * Math.sin(tilt), y * Math.sin(tilt) + into * Math.cos(tilt)];
  },

  /** Half of an edge of the cube that everything fits into, however it is turned. */
  reach(view) {
    return Math.max(1e-9, ...view.points.map(point => Math.hypot(...point.at))) * 1.08;
  },

  option(chart, angles, width) {
    const view = chart.views[angles.view];
    const reach = this.reach(view);
    const seen = view.points
      .map((point, index) => ({ point, index, place: this.project(point.at, angles) }))
      .sort((a, b) => b.place[2] - a.place[2]);
    const hidden = { type: "value", min: -reach, max: reach, show: false };
    const symbols = [...chart.symbols.keys()].filter(s => view.points.some(point => point.symbol === s));
    return {
      animation: false,
      backgroundColor: "transparent",
      grid: { left: 8, right: 8, top: 40, bottom: 8 },
      legend: this.legend(chart, symbols),
      xAxis: hidden,
      yAxis: hidden,
      tooltip: { ...taagem.charts.tooltip(), trigger: "item", formatter: item => this.tip(chart, view, item.data.index) },
      series: [
        this.axes(angles, reach),
        ...symbols.map(s => this.series(chart, s, seen.filter(each => each.point.symbol === s), reach)),
        this.series(chart, -1, seen.filter(each => each.point.symbol < 0), reach),
      ],
    };
  },

  /** Symbols mean tasks; the legend shows them without colour, which means something else. */
  legend(chart, symbols) {
    const quiet = taagem.theme.named("quiet");
    return {
      ...taagem.charts.legend(symbols.map(s => chart.symbols[s]), false),
      show: true,
      data: symbols.map(s => ({ name: chart.symbols[s], icon: taagem.theme.symbol(s), itemStyle: { color: quiet } })),
    };
  },

  series(chart, symbol, seen, reach) {
    return {
      name: symbol < 0 ? "" : chart.symbols[symbol],
      type: "scatter",
      symbol: symbol < 0 ? "circle" : taagem.theme.symbol(symbol),
      data: seen.map(each => ({
        value: each.place.slice(0, 2),
        index: each.index,
        symbolSize: (9 + 11 * each.point.size) * (1 - 0.25 * each.place[2] / reach),
        itemStyle: {
          color: taagem.theme.colour(each.point.colour),
          borderColor: each.point.colour >= taagem.theme.palette.length ? taagem.theme.named("ink") : taagem.theme.named("paper"),
          borderWidth: 1,
          opacity: 0.9 - 0.25 * (each.place[2] / reach),
        },
      })),
    };
  },

  axes(angles, reach) {
    const lines = [0, 1, 2].map(d => [-1, 1].map(sign => {
      const end = [0, 0, 0];
      end[d] = sign * reach * 0.9;
      return { coord: this.project(end, angles).slice(0, 2), name: sign > 0 ? "PC " + (d + 1) : "" };
    }));
    return {
      type: "scatter",
      data: [],
      silent: true,
      markLine: {
        silent: true, symbol: "none", animation: false, data: lines,
        lineStyle: { color: taagem.theme.named("rule"), type: "solid", width: 1 },
        label: { show: false },
      },
      markPoint: {
        silent: true, symbol: "circle", symbolSize: 1, animation: false,
        label: { show: true, color: taagem.theme.named("quiet"), fontSize: 11, position: "right", formatter: item => item.name },
        data: lines.map(([, end]) => ({ name: end.name, coord: end.coord })),
        itemStyle: { color: "transparent" },
      },
    };
  },

  tip(chart, view, index) {
    const point = view.points[index];
    const rows = [{ name: chart.colour, value: String(point.colour + 1), colour: taagem.theme.colour(point.colour) }];
    if (point.symbol >= 0) {
      rows.push({ name: "from", value: chart.symbols[point.symbol] });
    }
    const tip = taagem.charts.tip(point.label, rows);
    if (view.images) {
      tip.append(taagem.drawImage(taagem.element("canvas"), view.images, index));
    }
    return tip;
  },

  /** Makes a chart turn; `draw` shows it anew. */
  listen(figure, element, draw) {
    const angles = this.anglesOf(figure);
    const turn = (across, up) => {
      angles.turn += across;
      angles.tilt = Math.max(-Math.PI / 2, Math.min(Math.PI / 2, angles.tilt + up));
      draw();
    };
    let last = null;
    element.addEventListener("pointerdown", event => {
      last = event;
    });
    element.addEventListener("pointermove", event => {
      if (last && event.buttons) {
        turn((event.clientX - last.clientX) * this.turnPerPixel, (event.clientY - last.clientY) * this.turnPerPixel);
        last = event;
      }
    });
    ["pointerup", "pointerleave", "pointercancel"].forEach(name => element.addEventListener(name, () => {
      last = null;
    }));
    element.style.touchAction = "pan-y";
    const keys = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    element.addEventListener("keydown", event => {
      if (keys[event.key]) {
        event.preventDefault();
        turn(...keys[event.key].map(step => step * this.turnPerKey));
      }
    });
  },

  /** Lets the reader choose what is shown, if there is a choice. */
  chooser(chart, figure, draw) {
    const angles = this.anglesOf(figure);
    const note = taagem.element("span", { class: "caption" }, chart.views[angles.view].note);
    const choice = taagem.element("select", {}, ...chart.views.map((view, v) =>
      taagem.element("option", { value: String(v) }, view.name)));
    choice.value = String(angles.view);
    choice.addEventListener("change", () => {
      angles.view = Number(choice.value);
      note.textContent = chart.views[angles.view].note;
      draw();
    });
    return taagem.element("div", { class: "views" }, taagem.element("label", {}, "Show ", choice), note);
  },
};
