"use strict";

const main = document.getElementById("aliases");
const summary = document.getElementById("summary");

function copy(template) {
  return document.getElementById(template).content.cloneNode(true).firstElementChild;
}

function amount(bytes) {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let unit = 0;
  while (bytes >= 1024 && unit < units.length - 1) {
    bytes /= 1024;
    unit++;
  }
  return `${unit === 0 ? bytes : bytes.toFixed(1)} ${units[unit]}`;
}

function time(millis) {
  return millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`;
}

/** How far a standby is behind, as far as it is known. */
function lag(standby) {
  return time(standby.lagMillis) + (standby.lagBytes === null ? "" : `, ${amount(standby.lagBytes)}`);
}

/** What there is to say of a role: names and values, without what is not known. */
function facts(status) {
  const all = [];
  const add = (name, value) => all.push([name, value]);
  if (status.recovery !== null) {
    add("server", status.recovery ? "standby" : "primary");
    add("answers in", time(status.latencyMillis));
  }
  if (status.lagMillis !== null) {
    add("behind", lag(status));
  }
  for (const replica of status.replicas) {
    const use = replica.used ? `with ${replica.connections}` : `not used: ${replica.problem}`;
    const behind = replica.used && replica.lagMillis ? `, ${lag(replica)} behind` : "";
    const primary = replica.recovery === false ? ", the primary" : "";
    add("replica", `${replica.address} ${use}${behind}${primary}`);
  }
  if (status.size !== null) {
    const waiting = status.waiting ? `, ${status.waiting} waiting` : "";
    add("connections", `${status.inUse} in use, ${status.available} idle, ${status.maxSize} at most${waiting}`);
  }
  if (status.inDoubt) {
    add("in doubt", `${status.inDoubt} since ${status.inDoubtSeconds} s: ${status.inDoubtNodes.join(", ")}`);
  }
  if (!status.required) {
    add("required", "no");
  }
  return all;
}

function fill(article, status) {
  article.className = status.state;
  article.querySelector(".role").textContent = status.role;
  article.querySelector(".state").textContent = status.state.toLowerCase();
  const problem = article.querySelector(".problem");
  problem.hidden = status.problem === null;
  problem.textContent = status.problem ?? "";
  article.querySelector("dl").replaceChildren(
    ...facts(status).flatMap(([name, value]) => {
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      term.textContent = name;
      text.textContent = value;
      return [term, text];
    }),
  );
  const pool = article.querySelector(".pool");
  pool.setAttribute("aria-valuemax", status.maxSize);
  pool.setAttribute("aria-valuenow", status.inUse ?? 0);
  pool.firstElementChild.style.width = `${(100 * (status.inUse ?? 0)) / status.maxSize}%`;
}

function place(parent, id, template) {
  let found = document.getElementById(id);
  if (found === null) {
    found = copy(template);
    found.id = id;
    parent.append(found);
  }
  return found;
}

function show(all) {
  const seen = new Set();
  for (const status of all) {
    const section = place(main, `alias-${status.alias}`, "alias");
    section.querySelector("h2").textContent = status.alias;
    fill(place(section, `alias-${status.alias}-${status.role}`, "role"), status);
    seen.add(section);
  }
  for (const section of [...main.children]) {
    if (!seen.has(section)) {
      section.remove();
    }
  }
  const worst = ["DOWN", "DEGRADED"].map((state) => [state, all.filter((status) => status.state === state).length]);
  const words = worst.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state.toLowerCase()}`);
  summary.textContent = words.length === 0 ? "all up" : words.join(", ");
  main.classList.remove("stale");
}

const events = new EventSource("databases/events");
events.onmessage = (event) => show(JSON.parse(event.data));
events.onerror = () => {
  summary.textContent = "the application does not answer; trying again";
  main.classList.add("stale");
};
