// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
//
// bpmn-engine's part of case_peers.py:
//     node case_bpmn_engine.mjs W7.bpmn CASES DATABASE|memory '"SQL of the tables"'
// prints {"version", "steps", "seconds"}. Where NODE_PATH names the folder of its packages, they are
// taken from there.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const { Engine } = require('bpmn-engine');
const moddle = require('bpmn-moddle'); // its major versions export it in different ways
const BpmnModdle = moddle.BpmnModdle ?? moddle.default ?? moddle;

const [source, cases, place, tables] = process.argv.slice(2);
const steps = 7;

function opened() {
  if (place === 'memory') return () => {};
  const Database = require('better-sqlite3');
  const database = new Database(place);
  database.exec(JSON.parse(tables));
  const put = database.prepare('INSERT OR REPLACE INTO state VALUES(?, ?)');
  const add = database.prepare(
    'INSERT INTO event(case_id, step, verb, person) VALUES(?, ?, ?, ?)');
  const write = database.transaction((id, step, verb, person, data) => {
    put.run(id, data);
    add.run(id, step, verb, person);
  });
  return (id, step, verb, person, engine) =>
    write.immediate(id, step, verb, person, JSON.stringify(engine.getState()));
}

async function one(id, moddleContext, keep) {
  const listener = new EventEmitter();
  const waiting = [];
  listener.on('activity.wait', (task) => waiting.push(task));
  const engine = new Engine({ name: id, moddleContext });
  const ended = engine.waitFor('end');
  const execution = await engine.execute({ listener });
  keep(id, '', 'start', 'Pegawai', engine);
  for (let i = 0; i < steps; ++i) {
    const task = waiting.shift();
    const person = `Pegawai ${task.content.parent.id}`;
    execution.environment.variables[task.id] = { by: person };
    keep(id, task.id, 'claim', person, engine);
    task.signal({ by: person, produk: [`Produk ${i + 1}`] });
    keep(id, task.id, 'complete', person, engine);
  }
  await ended;
}

const keep = opened();
const moddleContext = await new BpmnModdle().fromXML(readFileSync(source, 'utf8'));
const begin = process.hrtime.bigint();
for (let i = 0; i < Number(cases); ++i) {
  await one(`K-${process.pid}-${i}`, moddleContext, keep);
}
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
const { version } = JSON.parse(
  readFileSync(resolve(dirname(require.resolve('bpmn-engine')), '../package.json'), 'utf8'));
console.log(JSON.stringify({ version, steps: Number(cases) * steps, seconds }));
