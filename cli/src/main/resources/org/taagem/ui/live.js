"use strict";

/** A run that goes on: its figures and charts follow it. */
const live = {
  run: new URLSearchParams(location.search).get("run") || "",
  tag: "",
  charts: new Map(),
  over: false,

  async follow() {
    if (!document.hidden) {
      await taagem.ui.fetch("api/run?run=" + encodeURIComponent(this.run), (answer, tag) => {
        if (tag !== this.tag) {
          this.tag = tag;
          this.take(answer);
        }
      });
    }
    if (!this.over) {
      taagem.ui.again(() => this.follow(), 1000);
    }
  },

  take(answer) {
    const run = answer.run;
    this.over = run.state !== "running";
    document.title = run.name + " · taagem";
    document.getElementById("name").textContent = run.name;
    document.getElementById("words").textContent =
      [run.strategy, run.task_type, run.dataset, "seed " + run.seed, "begun " + taagem.ui.moment(run.begun)].join(", ");
    const state = document.getElementById("state");
    state.className = "state " + run.state.replace(" ", "-");
    taagem.ui.say(state, run.state);
    document.getElementById("progress").value = taagem.ui.share(run);
    document.getElementById("steps").textContent = Math.floor(100 * taagem.ui.share(run)) + " %, step "
      + taagem.format.number(run.step) + " of " + taagem.format.number(run.steps) + ", " + taagem.ui.time(run.seconds);
    const report = document.getElementById("report");
    report.hidden = false;
    report.href = "report?run=" + encodeURIComponent(this.run);
    report.textContent = this.over ? "Report" : "Report so far";
    this.showFigures(answer.figures);
    answer.charts.forEach(chart => this.showChart(chart));
  },

  showFigures(figures) {
    document.getElementById("figures").replaceChildren(...figures.map(figure => taagem.element("div", { class: "card" },
      taagem.element("dt", {}, figure.name),
      taagem.element("dd", { class: figure.value === null ? "value absent" : "value" },
        figure.value === null ? "not defined" : figure.value.toFixed(4)),
      taagem.element("dd", { class: "meaning" }, figure.value === null ? figure.reason : figure.meaning))));
  },

  /** A chart is drawn anew only if its numbers are others: what somebody points at is not to jump. */
  showChart(chart) {
    const text = JSON.stringify(chart.data);
    const known = this.charts.get(chart.id);
    if (known && known.text === text) {
      return;
    }
    const figure = known ? known.figure : this.makeFigure(chart);
    this.charts.set(chart.id, { figure, text });
    figure.dataset.points = Math.max(0, ...chart.data.lines.map(line => line.x.length));
    taagem.page.show(figure, chart.data);
  },

  makeFigure(chart) {
    const figure = taagem.element("figure", { "data-chart": chart.id, "aria-label": chart.title },
      taagem.element("div", { class: "head" }, taagem.element("h3", {}, chart.title)),
      taagem.element("div", { class: "chart", tabindex: "0", role: "img", "aria-label": chart.title + ". " + chart.caption }),
      taagem.element("figcaption", { class: "caption" }, chart.caption));
    document.getElementById("charts").append(figure);
    return figure;
  },
};

live.follow();
