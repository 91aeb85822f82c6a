// Ours in wasm against TensorFlow.js with its wasm backend, on the same work in the same run:
//   node tests/bench/peers/tfjs_peers.mjs <directory with node_modules/@tensorflow>
// The two take turns; prints medians as JSON. TensorFlow.js computes in single precision, ours in
// double. Its wasm backend works synchronously; one thread, and its tensors are disposed.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadWorkloads, median, timed } from "../wasm_workloads.mjs";

const rounds = 9;
const secondsARow = 0.1;
const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const load = createRequire(join(process.argv[2] ?? root, "package.json"));
const tf = load("@tensorflow/tfjs");
const { setWasmPaths, setThreadsCount } = load("@tensorflow/tfjs-backend-wasm");
setWasmPaths(`${dirname(load.resolve("@tensorflow/tfjs-backend-wasm"))}/`);
setThreadsCount(1);
await tf.setBackend("wasm");
await tf.ready();

function adamOfAMillion() {
  const theta = tf.variable(tf.ones([1_000_000]));
  const gradient = tf.range(1, 1_000_001).reciprocal();
  const adam = tf.train.adam(1e-3);
  return () => adam.applyGradients({ [theta.name]: gradient });
}

function crossEntropy() {
  const scores = tf.randomNormal([4096, 10], 0, 1, "float32", 1);
  const labels = tf.oneHot(
    tf.tensor1d(
      Array.from({ length: 4096 }, (_, i) => i % 10),
      "int32",
    ),
    10,
  );
  const valueAndGradient = tf.valueAndGrad((/** @type {any} */ s) =>
    tf.losses.softmaxCrossEntropy(labels, s),
  );
  return () => {
    const { value, grad } = valueAndGradient(scores);
    tf.dispose([value, grad]);
  };
}

function network() {
  const inputs = tf.randomNormal([64, 2], 0, 1, "float32", 1);
  const labels = tf.oneHot(
    tf.tensor1d(
      Array.from({ length: 64 }, (_, i) => i % 2),
      "int32",
    ),
    2,
  );
  const sizes = [2, 64, 64, 2];
  const weights = sizes
    .slice(1)
    .flatMap((size, i) => [
      tf.variable(tf.randomNormal([sizes[i], size], 0, 0.3, "float32", i + 1)),
      tf.variable(tf.zeros([size])),
    ]);
  const adam = tf.train.adam(1e-3);
  const loss = () => {
    let activations = inputs;
    for (let layer = 0; layer < 3; ++layer) {
      activations = activations.matMul(weights[2 * layer]).add(weights[2 * layer + 1]);
      if (layer < 2) activations = activations.relu();
    }
    return tf.losses.softmaxCrossEntropy(labels, activations);
  };
  return () => {
    const value = adam.minimize(loss, true, weights);
    value?.dispose();
  };
}

const pairs = [
  { work: "Adam, 1M parameters", ours: "step/adam/1000000", theirs: adamOfAMillion() },
  {
    work: "softmax cross-entropy with gradient, 4096 x 10",
    ours: "train/softmax cross-entropy 4096 x 10",
    theirs: crossEntropy(),
  },
  {
    work: "training step of a 2-64-64-2 network, batch 64, with Adam",
    ours: "train/mlp 2-64-64-2, batch 64, with adam",
    theirs: network(),
  },
];

const workloads = await loadWorkloads(join(root, "build/wasm/wasm_bench"));
const results = [];
for (const { work, ours, theirs } of pairs) {
  const repeat = (/** @type {number} */ times) => {
    for (let i = 0; i < times; ++i) tf.tidy(theirs);
  };
  repeat(20);
  timed(workloads.call(ours), secondsARow);
  /** @type {{ ours: number[], theirs: number[] }} */
  const times = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; ++round) {
    times.ours.push(timed(workloads.call(ours), secondsARow));
    times.theirs.push(timed(repeat, secondsARow));
  }
  const [mine, other] = [median(times.ours) * 1e-6, median(times.theirs) * 1e-6];
  results.push({ work, ours_ms: mine, tfjs_wasm_ms: other, times_faster: other / mine });
}
console.log(JSON.stringify(results));
