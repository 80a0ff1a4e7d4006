"use strict";

/** What all scripts of a page share. */
const taagem = {};

/**
 * Colours and texts of charts. The palette is that of Okabe and Ito (https://jfly.uni-koeln.de/color/), without yellow and
 * black, which do not show on both papers; lines also differ by dash and symbol, areas and bars by pattern.
 */
taagem.theme = {
  palette: ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f"],
  dark: ["#3d9ad6", "#e8762c", "#1fb88c", "#d996bb", "#e69f00", "#7cc7f0", "#a0a0a0"],
  /** From low to high: equal steps of brightness, after cividis (Nuñez, Anderton and Renslow 2018). */
  shades: ["#00224e", "#123570", "#3b496c", "#575d6d", "#707173", "#8a8678", "#a59c74", "#c3b369", "#e1cc55", "#fee838"],
  symbols: [
    "circle", "rect", "triangle", "diamond", "path://M-1,-4h2v3h3v2h-3v3h-2v-3h-3v-2h3z", "arrow",
    "emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond", "emptyArrow",
  ],
  dashes: ["solid", [7, 4], [2, 3], [9, 3, 2, 3]],

  isDark() {
    return document.documentElement.dataset.theme === "dark";
  },

  /** Returns a colour that the style sheet names. */
  named(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  },

  colour(index) {
    const colours = this.isDark() ? this.dark : this.palette;
    return colours[index % colours.length];
  },

  symbol(index) {
    return this.symbols[index % this.symbols.length];
  },

  dash(index) {
    return this.dashes[Math.floor(index / this.palette.length + (index % this.palette.length)) % this.dashes.length];
  },

  /** Shows the page as the system wants it, until somebody chooses. */
  follow(button, changed) {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const show = dark => {
      document.documentElement.dataset.theme = dark ? "dark" : "light";
      button.textContent = dark ? "Light" : "Dark";
      button.setAttribute("aria-label", dark ? "use light colours" : "use dark colours");
      changed();
    };
    system.addEventListener("change", () => show(system.matches));
    button.addEventListener("click", () => show(!this.isDark()));
    show(system.matches);
  },
};

/** Numbers as people read them. What is no number in JSON comes as text, and what is not defined as null. */
taagem.format = {
  isNumber: value => typeof value === "number",

  number(value) {
    if (value === null || value === undefined) {
      return "–";
    }
    if (!this.isNumber(value) || value === 0) {
      return String(value);
    }
    const size = Math.abs(value);
    if (Number.isInteger(value)) {
      return value.toLocaleString("en-US");
    }
    return size >= 1e6 || size < 1e-4 ? value.toExponential(2) : String(Number(value.toPrecision(4)));
  },
};

/** Makes an element; children that are texts stay texts, whatever is in them. */
taagem.element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/** Draws one of several images on a canvas. */
taagem.drawImage = (canvas, images, index) => {
  const bytes = images.bytes || (images.bytes = Uint8Array.from(atob(images.pixels), c => c.charCodeAt(0)));
  const pixels = images.width * images.height;
  const from = index * pixels * images.channels;
  canvas.width = images.width;
  canvas.height = images.height;
  const picture = new ImageData(images.width, images.height);
  for (let p = 0; p < pixels; p++) {
    for (let c = 0; c < 3; c++) {
      picture.data[4 * p + c] = bytes[from + p * images.channels + (images.channels === 3 ? c : 0)];
    }
    picture.data[4 * p + 3] = 255;
  }
  canvas.getContext("2d").putImageData(picture, 0, 0);
  return canvas;
};
