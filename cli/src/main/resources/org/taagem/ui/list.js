"use strict";

/** The list of runs: fetched again and again, filtered and sorted here. */
const list = {
  /** A column: how its cell reads, and what it sorts by. Undefined goes last, whatever the order. */
  columns: [
    { key: "name", title: "Run", value: run => run.name.toLowerCase() },
    { key: "state", title: "Status", plain: true, choice: true, value: run => run.state },
    { key: "strategy", title: "Strategy", plain: true, choice: true, value: run => run.strategy },
    { key: "task_type", title: "Tasks", plain: true, choice: true, value: run => run.task_type },
    { key: "dataset", title: "Data", plain: true, choice: true, value: run => run.dataset },
    { key: "seed", title: "Seed", number: true, value: run => (Number.isFinite(+run.seed) ? +run.seed : undefined) },
    { key: "acc", title: "ACC", number: true, down: true, figure: true, value: run => run.figures.acc ?? undefined },
    { key: "forgetting", title: "Forgetting", number: true, figure: true, value: run => run.figures.forgetting ?? undefined },
    { key: "bwt", title: "BWT", number: true, down: true, figure: true, value: run => run.figures.bwt ?? undefined },
    { key: "seconds", title: "Time", number: true, value: run => run.seconds },
    { key: "begun", title: "Begun", number: true, down: true, value: run => run.begun },
  ],
  folder: { key: "folder", title: "Folder", choice: true, value: run => run.folder },

  runs: [],
  rows: new Map(),
  ticked: new Set(JSON.parse(sessionStorage.getItem("ticked") || "[]")),
  sort: { key: "begun", down: true },
  tag: "",

  begin() {
    this.table = document.querySelector("#runs tbody");
    this.makeHead();
    this.makeFilters();
    this.restore();
    this.follow();
  },

  choices() {
    return [this.folder, ...this.columns.filter(column => column.choice)];
  },

  makeHead() {
    const everything = taagem.element("input", { type: "checkbox", id: "everything", "aria-label": "tick all that are shown" });
    everything.addEventListener("change", () => this.tickShown(everything.checked));
    const row = taagem.element("tr", {}, taagem.element("th", { scope: "col" }, everything));
    this.columns.forEach(column => {
      const button = taagem.element("button", { type: "button" }, column.title);
      button.addEventListener("click", () => this.sortBy(column));
      column.head = taagem.element("th", { scope: "col", class: column.number ? "number" : "" }, button);
      row.append(column.head);
    });
    document.querySelector("#runs thead").append(row);
  },

  makeFilters() {
    this.choices().forEach(column => {
      column.select = taagem.element("select", { id: "of-" + column.key });
      column.select.addEventListener("change", () => this.show());
      document.getElementById("choices").append(taagem.element("label", {}, column.title + " ", column.select));
    });
    const sort = document.getElementById("sort");
    this.columns.forEach(column => {
      [column.down, !column.down].forEach(down => {
        const order = down ? "down" : "up";
        sort.append(taagem.element("option", { value: column.key + " " + order }, column.title + (down ? " ↓" : " ↑")));
      });
    });
    sort.addEventListener("change", () => {
      const [key, order] = sort.value.split(" ");
      this.sort = { key, down: order === "down" };
      this.show();
    });
    document.getElementById("text").addEventListener("input", () => this.show());
    document.getElementById("all").addEventListener("click", () => this.showAll());
    document.getElementById("compare").addEventListener("click", () => this.compare());
    document.getElementById("untick").addEventListener("click", () => {
      this.ticked.clear();
      this.show();
    });
  },

  /** Filters and order stand behind the # of the address, so that going back finds them. */
  restore() {
    const kept = new URLSearchParams(location.hash.slice(1));
    document.getElementById("text").value = kept.get("text") || "";
    this.choices().forEach(column => {
      column.wanted = kept.get(column.key) || "";
    });
    const [key, order] = (kept.get("sort") || "").split(" ");
    if (this.columns.some(column => column.key === key)) {
      this.sort = { key, down: order === "down" };
    }
  },

  keep() {
    const kept = new URLSearchParams();
    const text = document.getElementById("text").value;
    if (text) {
      kept.set("text", text);
    }
    this.choices().filter(column => column.select.value).forEach(column => kept.set(column.key, column.select.value));
    if (this.sort.key !== "begun" || !this.sort.down) {
      kept.set("sort", this.sort.key + (this.sort.down ? " down" : " up"));
    }
    history.replaceState(null, "", "#" + kept);
    sessionStorage.setItem("ticked", JSON.stringify([...this.ticked]));
  },

  sortBy(column) {
    const again = this.sort.key === column.key;
    this.sort = { key: column.key, down: again ? !this.sort.down : Boolean(column.down) };
    this.show();
  },

  showAll() {
    document.getElementById("text").value = "";
    this.choices().forEach(column => {
      column.select.value = "";
    });
    this.show();
  },

  async follow() {
    if (!document.hidden) {
      await taagem.ui.fetch("api/runs", (answer, tag) => {
        if (tag !== this.tag) {
          this.tag = tag;
          this.take(answer);
        }
      });
    }
    const going = this.runs.some(run => run.state === "running");
    taagem.ui.again(() => this.follow(), going ? 1500 : 4000);
  },

  take(answer) {
    document.getElementById("where").textContent = answer.folder;
    this.runs = answer.runs;
    const there = new Set(this.runs.map(run => run.id));
    this.ticked.forEach(id => there.has(id) || this.ticked.delete(id));
    this.rows.forEach((row, id) => there.has(id) || this.rows.delete(id));
    this.runs.forEach(run => {
      const known = this.rows.get(run.id);
      const text = JSON.stringify(run);
      if (!known || known.text !== text) {
        this.rows.set(run.id, { text, words: this.words(run), element: this.row(run, known) });
      }
    });
    this.choices().forEach(column => this.offer(column));
    const unreadable = Object.entries(answer.unreadable);
    document.getElementById("unreadable").hidden = unreadable.length === 0;
    document.querySelector("#unreadable ul").replaceChildren(
      ...unreadable.map(([id, reason]) => taagem.element("li", {}, taagem.element("b", {}, id), ": " + reason)));
    this.show();
  },

  /** What the search finds a run by. */
  words(run) {
    return [run.id, run.state, run.strategy, run.task_type, run.dataset, "seed " + run.seed].join(" ").toLowerCase();
  },

  offer(column) {
    const values = [...new Set(this.runs.map(column.value))].sort();
    const chosen = column.wanted || column.select.value;
    column.wanted = "";
    column.select.replaceChildren(
      taagem.element("option", { value: "" }, "all"),
      ...values.map(value => taagem.element("option", { value }, value)));
    column.select.value = values.includes(chosen) ? chosen : "";
  },

  /** Makes the row of a run, in place of the one that is shown, if any. */
  row(run, known) {
    const box = taagem.element("input", { type: "checkbox", "aria-label": "compare " + run.id });
    box.addEventListener("change", () => {
      this.ticked[box.checked ? "add" : "delete"](run.id);
      this.show();
    });
    const page = run.state === "running" ? "live" : "report";
    const link = taagem.element("a", { href: page + "?run=" + encodeURIComponent(run.id) }, run.name);
    const name = taagem.element("th", { scope: "row" }, link);
    if (run.folder !== ".") {
      name.append(taagem.element("span", { class: "folder" }, run.folder));
    }
    const row = taagem.element("tr", {}, taagem.element("td", { class: "tick" }, box), name);
    this.columns.slice(1).forEach(column => row.append(this.cell(run, column)));
    if (known && known.element.contains(document.activeElement)) {
      const focused = document.activeElement.tagName;
      setTimeout(() => row.querySelector(focused)?.focus(), 0);
    }
    return row;
  },

  cell(run, column) {
    const kinds = [column.number ? "number" : "", column.plain ? "plain" : ""].join(" ").trim();
    const cell = taagem.element("td", { class: kinds, "data-title": column.title });
    if (column.key === "state") {
      const far = run.state === "running" ? ", " + Math.floor(100 * taagem.ui.share(run)) + " %" : "";
      cell.append(taagem.element("span", { class: "state " + run.state.replace(" ", "-") }, run.state + far));
    } else if (column.figure && column.value(run) === undefined) {
      const reason = run.not_defined[column.key];
      cell.append(taagem.element("span", { class: "absent", title: "not defined: " + reason }, "–"),
        taagem.element("span", { class: "unseen" }, "not defined: " + reason));
    } else {
      cell.append(this.text(run, column));
    }
    return cell;
  },

  text(run, column) {
    if (column.figure) {
      return column.value(run).toFixed(4);
    }
    if (column.key === "seconds") {
      return taagem.ui.time(run.seconds);
    }
    return column.key === "begun" ? taagem.ui.moment(run.begun) : String(run[column.key]);
  },

  shown() {
    const wanted = document.getElementById("text").value.toLowerCase().split(/\s+/).filter(word => word);
    const chosen = this.choices().filter(column => column.select.value);
    const column = this.columns.find(each => each.key === this.sort.key);
    return this.runs
      .filter(run => wanted.every(word => this.rows.get(run.id).words.includes(word)))
      .filter(run => chosen.every(each => each.value(run) === each.select.value))
      .sort((a, b) => this.order(column.value(a), column.value(b)) || (a.id < b.id ? -1 : 1));
  },

  order(a, b) {
    if (a === undefined || b === undefined) {
      return (a === undefined) - (b === undefined);
    }
    return (a < b ? -1 : a > b ? 1 : 0) * (this.sort.down ? -1 : 1);
  },

  show() {
    const shown = this.shown();
    this.columns.forEach(column => {
      if (column.key === this.sort.key) {
        column.head.setAttribute("aria-sort", this.sort.down ? "descending" : "ascending");
      } else {
        column.head.removeAttribute("aria-sort");
      }
      column.head.firstChild.textContent =
        column.title + (column.key === this.sort.key ? (this.sort.down ? " ↓" : " ↑") : "");
    });
    document.getElementById("sort").value = this.sort.key + (this.sort.down ? " down" : " up");
    this.rows.forEach((row, id) => {
      row.element.querySelector("input").checked = this.ticked.has(id);
    });
    this.place(shown.map(run => this.rows.get(run.id).element));
    this.tell(shown);
    this.keep();
  },

  /** Puts rows where they belong, and touches none that is there already: one that has the focus keeps it. */
  place(elements) {
    const now = this.table.children;
    const same = now.length === elements.length && elements.every((element, i) => now[i] === element);
    if (!same) {
      this.table.replaceChildren(...elements);
    }
  },

  tell(shown) {
    const all = this.runs.length;
    document.getElementById("count").textContent = all === 0
      ? "No runs yet. One that begins in this folder appears here by itself."
      : shown.length === all ? all + (all === 1 ? " run" : " runs") : shown.length + " of " + all + " runs";
    document.getElementById("ticked").textContent = this.ticked.size ? this.ticked.size + " ticked" : "tick runs to compare them";
    document.getElementById("compare").disabled = this.ticked.size < 2;
    document.getElementById("untick").disabled = this.ticked.size === 0;
    const everything = document.getElementById("everything");
    const there = shown.filter(run => this.ticked.has(run.id)).length;
    everything.checked = shown.length > 0 && there === shown.length;
    everything.indeterminate = there > 0 && there < shown.length;
  },

  tickShown(wanted) {
    this.shown().forEach(run => this.ticked[wanted ? "add" : "delete"](run.id));
    this.show();
  },

  compare() {
    const runs = this.runs.filter(run => this.ticked.has(run.id)).map(run => "run=" + encodeURIComponent(run.id));
    location.href = "compare?" + runs.join("&");
  },
};

list.begin();
