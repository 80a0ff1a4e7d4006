"use strict";

/** Draws the charts of a page and makes its buttons work. */
taagem.page = {
  mostRows: 300,
  drawn: new Map(),

  begin() {
    const data = document.getElementById("data");
    taagem.data = data ? JSON.parse(data.textContent) : { charts: {}, images: {} };
    taagem.theme.follow(document.getElementById("theme"), () => this.drawn.forEach(draw => draw()));
    document.querySelectorAll("canvas[data-images]").forEach(canvas =>
      taagem.drawImage(canvas, taagem.data.images[canvas.dataset.images], Number(canvas.dataset.index)));
    this.drawAll([...document.querySelectorAll("figure[data-chart]")]);
  },

  /** One after the other, so that the page is there before the last one is. */
  drawAll(figures) {
    if (figures.length === 0) {
      document.documentElement.dataset.drawn = "all";
      return;
    }
    this.show(figures[0], taagem.data.charts[figures[0].dataset.chart]);
    setTimeout(() => this.drawAll(figures.slice(1)), 0);
  },

  /** Shows a chart in a figure; called again with other data, it shows these. */
  show(figure, chart) {
    const element = figure.querySelector(".chart");
    const first = !this.drawn.has(figure);
    const instance = echarts.getInstanceByDom(element) || echarts.init(element, null, { renderer: "canvas" });
    const draw = () => {
      const width = element.clientWidth;
      const option = chart.type === "points"
        ? taagem.cloud.option(chart, taagem.cloud.anglesOf(figure), width)
        : taagem.charts.option(chart, width);
      instance.setOption(option, { notMerge: true });
    };
    this.drawn.set(figure, draw);
    figure.chart = chart;
    draw();
    if (first) {
      this.prepare(figure, element, instance);
    }
  },

  prepare(figure, element, instance) {
    const redraw = () => this.drawn.get(figure)();
    new ResizeObserver(() => {
      instance.resize();
      redraw();
    }).observe(element);
    this.button(figure, "CSV", "the numbers of", () => this.save(figure, "csv", "text/csv", taagem.numbers.csv(figure.chart)));
    this.button(figure, "PNG", "a picture of", () => this.savePng(figure, instance));
    this.button(figure, "SVG", "a drawing of", () => this.saveSvg(figure, element, instance));
    this.numbersButton(figure);
    if (figure.chart.type === "points") {
      element.before(taagem.cloud.chooser(figure.chart, figure, redraw));
      taagem.cloud.listen(figure, element, redraw);
    } else {
      this.listenToKeys(figure, element, instance);
    }
  },

  /** A chart is walked through with the arrow keys; what is reached is shown, and read out. */
  listenToKeys(figure, element, instance) {
    const said = taagem.element("p", { class: "unseen", "aria-live": "polite" });
    element.after(said);
    let at = -1;
    element.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
      if (event.key === "Escape") {
        instance.dispatchAction({ type: "hideTip" });
      }
      if (step === undefined) {
        return;
      }
      event.preventDefault();
      const [series, length] = this.longest(instance);
      at = Math.max(0, Math.min(length - 1, at + step));
      instance.dispatchAction({ type: "showTip", seriesIndex: series, dataIndex: at });
      const tip = element.querySelector(".tip");
      const words = line => [...line.childNodes].map(part => part.textContent).filter(Boolean).join(" ");
      said.textContent = tip ? [...tip.querySelectorAll("div")].map(words).join(", ") : "";
    });
    element.addEventListener("blur", () => instance.dispatchAction({ type: "hideTip" }));
  },

  longest(instance) {
    const lengths = instance.getOption().series.map(series => (series.type === "custom" ? 0 : (series.data || []).length));
    const most = Math.max(...lengths);
    return [lengths.indexOf(most), most];
  },

  button(figure, name, meaning, action) {
    const title = figure.querySelector("h3").textContent;
    const button = taagem.element("button", { type: "button", "aria-label": name + ": " + meaning + " " + title }, name);
    button.addEventListener("click", action);
    figure.querySelector(".head").append(button);
    return button;
  },

  numbersButton(figure) {
    const button = this.button(figure, "Table", "shows the numbers of", () => {
      const shown = figure.querySelector(".numbers");
      button.setAttribute("aria-expanded", String(!shown));
      if (shown) {
        shown.remove();
      } else {
        const title = figure.querySelector("h3").textContent;
        figure.append(taagem.element(
          "div", { class: "numbers scroll high", tabindex: "0", role: "region", "aria-label": "numbers of " + title },
          taagem.numbers.table(figure.chart, this.mostRows)));
      }
    });
    button.setAttribute("aria-expanded", "false");
  },

  save(figure, ending, type, content) {
    const blob = new Blob([content], { type });
    const link = taagem.element("a", { href: URL.createObjectURL(blob), download: figure.dataset.chart + "." + ending });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  },

  savePng(figure, instance) {
    const link = taagem.element("a", {
      href: instance.getDataURL({ pixelRatio: 3, backgroundColor: taagem.theme.named("paper") }),
      download: figure.dataset.chart + ".png",
    });
    link.click();
  },

  saveSvg(figure, element, instance) {
    const drawing = echarts.init(null, null, {
      renderer: "svg", ssr: true, width: element.clientWidth, height: element.clientHeight,
    });
    drawing.setOption({ ...instance.getOption(), backgroundColor: taagem.theme.named("paper") });
    this.save(figure, "svg", "image/svg+xml", drawing.renderToSVGString());
    drawing.dispose();
  },
};

taagem.page.begin();
