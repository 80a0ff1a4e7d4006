"use strict";

/** What the pages of the server share. */
taagem.ui = {
  /** Fetches JSON and hands it on with its tag; says so on the page if it cannot be had. */
  async fetch(address, take) {
    const trouble = document.getElementById("trouble");
    try {
      const response = await fetch(address, { cache: "no-cache" });
      if (!response.ok) {
        this.say(trouble, (await response.text()).trim());
        return;
      }
      const tag = response.headers.get("ETag");
      const answer = await response.json();
      trouble.hidden = true;
      take(answer, tag);
    } catch (error) {
      if (!(error instanceof TypeError)) {
        throw error;
      }
      this.say(trouble, "taagem ui does not answer; it has been ended. What is shown is as it was.");
    }
  },

  say(element, text) {
    element.hidden = false;
    if (element.textContent !== text) {
      element.textContent = text;
    }
  },

  /** Does something again after a while, and at once when somebody looks again. */
  again(action, millis) {
    const wake = () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
      action();
    };
    const timer = setTimeout(wake, millis);
    document.addEventListener("visibilitychange", wake);
  },

  share: run => (run.steps > 0 ? Math.min(1, run.step / run.steps) : 0),

  time(seconds) {
    if (seconds === undefined) {
      return "–";
    }
    if (seconds < 60) {
      return seconds.toFixed(1) + " s";
    }
    const minutes = Math.floor(seconds / 60);
    return minutes < 60
      ? minutes + " min " + Math.floor(seconds % 60) + " s"
      : Math.floor(minutes / 60) + " h " + (minutes % 60) + " min";
  },

  /** A moment in the time zone of whoever looks. */
  moment(iso) {
    const date = new Date(iso);
    const two = number => String(number).padStart(2, "0");
    return Number.isNaN(date.getTime()) ? iso
      : [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-")
        + " " + two(date.getHours()) + ":" + two(date.getMinutes());
  },
};
