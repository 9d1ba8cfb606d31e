"""Writes losses.csv: the six models of words trained by NumPy, with every gradient in arrays and nothing of the program.

Each model is a list of parameters in the order in which they are drawn, and a function that gives the loss of some
examples and the gradient by each parameter. What is random comes from one np.random.RandomState: the start, then for each
epoch a permutation of the examples and the noise words of each batch.
"""
import numpy as np

SENTENCES = """the cat sat down|the cat ate food|the dog sat down|the dog ate food|a cat chased a mouse|the dog chased the cat
a dog barked loudly|the cat meowed softly|the bird sang sweetly|a bird flew away|the fish swam fast|a fish jumped high
the boy played ball|the girl sang song|a boy read book|a girl wrote letter|the sun shines bright|the moon glows softly
the stars twinkle bright|a cat slept quietly""".replace("\n", "|").split("|")
TOKENS = [s.split() for s in SENTENCES]
WORDS = sorted({w for t in TOKENS for w in t})
TEXT = [[WORDS.index(w) for w in t] for t in TOKENS]
V, D, N, H, K = len(WORDS), 10, 3, 16, 5
COUNTS = np.bincount([w for t in TEXT for w in t], minlength=V)
RUNS = np.array([t[i:i + N + 1] for t in TEXT for i in range(len(t) - N)])
CONTEXTS, TARGETS = RUNS[:, N - 1::-1], RUNS[:, N]  # the most recent word first
PAIRS = np.array([(t[i], t[j]) for t in TEXT for i in range(len(t)) for j in range(len(t)) if 0 < abs(i - j) <= 2])
GAPS = [(t[i], [t[j] for j in range(len(t)) if 0 < abs(i - j) <= 2]) for t in TEXT for i in range(len(t))]

sigmoid = lambda x: 1 / (1 + np.exp(-x))
softplus = lambda x: np.logaddexp(0, x)


def softmax_loss(logits, targets):
    logs = logits - np.log(np.exp(logits - logits.max(1, keepdims=True)).sum(1, keepdims=True)) - logits.max(1, keepdims=True)
    rows = np.arange(len(targets))
    g = np.exp(logs)
    g[rows, targets] -= 1
    return -logs[rows, targets].mean(), g / len(targets)


def contrast_loss(delta, targets, weight):
    """weight[i, w]: how often word w is a noise word of example i, or is expected to be."""
    rows = np.arange(len(targets))
    own = delta[rows, targets]
    g = weight * sigmoid(delta)
    g[rows, targets] -= sigmoid(-own)
    return (softplus(-own) + (weight * softplus(delta)).sum(1)).mean(), g / len(targets)


def draws(random, p, m):
    drawn = random.choice(V, m * K, p=p).reshape(m, K)
    return np.stack([np.bincount(row, minlength=V) for row in drawn]).astype(float)


def train(start, gradient, whole, examples, batch, epochs, seed, noise=None, rate=0.01):
    random = np.random.RandomState(seed)
    p = start(random)
    means, squares = [np.zeros_like(x) for x in p], [np.zeros_like(x) for x in p]
    losses, t = [whole(p)], 0
    for _ in range(epochs):
        order = random.permutation(examples)
        for at in range(0, examples, batch):
            some = order[at:at + batch]
            weight = None if noise is None else draws(random, noise, len(some))
            g = gradient(p, some, weight)[1]
            t += 1
            for i in range(len(p)):
                means[i] = 0.9 * means[i] + 0.1 * g[i]
                squares[i] = 0.999 * squares[i] + 0.001 * g[i] ** 2
                p[i] = p[i] - rate * (means[i] / (1 - 0.9 ** t)) / (np.sqrt(squares[i] / (1 - 0.999 ** t)) + 1e-8)
        losses.append(whole(p))
    return losses


def layer(random, inputs, *shape):
    return (2 * random.rand(*shape) - 1) / np.sqrt(inputs)


def neural_start(random):
    return [random.randn(V, D), layer(random, N * D, H, N * D), layer(random, N * D, H), layer(random, H, V, H),
            layer(random, H, V), layer(random, N * D, V, N * D)]


def neural(p, some, judge):
    c, h, d, u, b, w = p[:6]
    x = c[CONTEXTS[some]].reshape(len(some), -1)
    a = np.tanh(x @ h.T + d)
    loss, g, dx_more, rest = judge(a @ u.T + b + x @ w.T, x)
    o = (g @ u) * (1 - a ** 2)
    dx = o @ h + g @ w + dx_more
    dc = np.zeros_like(c)
    np.add.at(dc, CONTEXTS[some].ravel(), dx.reshape(-1, D))
    return loss, [dc, o.T @ x, o.sum(0), g.T @ a, g.sum(0), g.T @ x] + rest


def nplm(p, some, _):
    return neural(p, some, lambda logits, x: (*softmax_loss(logits, TARGETS[some]), 0, []))


UNIGRAM = COUNTS / COUNTS.sum()


def nce_start(random):
    return neural_start(random) + [layer(random, N * D, N * D), layer(random, N * D, 1)]


def nce(p, some, weight):
    z, z0 = p[6:]

    def judge(logits, x):
        delta = logits - (x @ z + z0)[:, None] - np.log(K * UNIGRAM)
        loss, g = contrast_loss(delta, TARGETS[some], weight)
        dz = -g.sum(1)
        return loss, g, np.outer(dz, z), [dz @ x, dz.sum(keepdims=True)]

    return neural(p, some, judge)


def balanced():
    """Paths of (node, bit): nodes numbered from the root, left before right."""
    paths, count = [[] for _ in range(V)], [0]

    def split(words):
        if len(words) > 1:
            node, middle = count[0], len(words) // 2
            count[0] += 1
            for bit, half in ((0, words[:middle]), (1, words[middle:])):
                for word in half:
                    paths[word].append((node, bit))
                split(half)

    split(list(range(V)))
    return paths


PATHS = balanced()


def tree_start(random):
    return [random.randn(V, D), layer(random, N * D, H, N * D), layer(random, H, H, H), random.randn(V - 1, H),
            layer(random, N * D, H), layer(random, H, H), np.zeros(V - 1)]


def hierarchical(p, some, _):
    c, w, u, n, cc, beta, alpha = p
    g = [np.zeros_like(x) for x in p]
    total = 0
    for i in some:
        x = c[CONTEXTS[i]].ravel()
        dx = np.zeros_like(x)
        for node, bit in PATHS[TARGETS[i]]:
            a = np.tanh(cc + w @ x + u @ n[node])
            prob = sigmoid(alpha[node] + beta @ a)
            total -= np.log(prob if bit else 1 - prob)
            e = (prob - bit) / len(some)
            q = e * beta * (1 - a ** 2)
            g[1] += np.outer(q, x)
            g[2] += np.outer(q, n[node])
            g[3][node] += u.T @ q
            g[4] += q
            g[5] += e * a
            g[6][node] += e
            dx += w.T @ q
        for j, word in enumerate(CONTEXTS[i]):
            g[0][word] += dx[j * D:(j + 1) * D]
    return total / len(some), g


POWER = COUNTS ** 0.75 / (COUNTS ** 0.75).sum()


def vectors_start(random):
    return [random.randn(V, D), random.randn(V, D)]


def vectors(p, mixing, targets, judge):
    """mixing[i]: the share of each word in the hidden vector of example i."""
    e, u = p
    hidden = mixing @ e
    loss, g = judge(hidden @ u.T, targets)
    return loss, [mixing.T @ (g @ u), g.T @ hidden]


SKIP = np.eye(V)[PAIRS[:, 0]]
BAGS = np.stack([np.bincount(around, minlength=V) / len(around) for _, around in GAPS])
GAP = np.array([word for word, _ in GAPS])


def sampled(mixing, targets):
    return lambda p, some, weight: vectors(
        p, mixing[some], targets[some], lambda s, t: contrast_loss(s, t, weight))


def full(mixing, targets):
    return lambda p, some, _: vectors(p, mixing[some], targets[some], softmax_loss)


X = np.zeros((V, V))
for t in TEXT:
    for i in range(len(t)):
        for j in range(len(t)):
            if 0 < abs(i - j) <= 2:
                X[t[i], t[j]] += 1 / abs(i - j)


def glove_start(random):
    return [0.05 * (2 * random.rand(*shape) - 1) for shape in ((V, D), (V, D), (V,), (V,))]


def glove(largest):
    there = X > 0
    f = np.where(there, np.minimum(1, X / largest) ** 0.75, 0) / there.sum()
    logs = np.log(np.where(there, X, 1))

    def gradient(p, some, _):
        w, v, b, c = p
        d = w @ v.T + b[:, None] + c - logs
        a = 2 * f * d
        return (f * d ** 2).sum(), [a @ v, a.T @ w, a.sum(1), a.sum(0)]

    return gradient, int(there.sum())


def write(out, name, start, gradient, examples, batch, epochs, noise=None):
    everything = np.arange(examples)
    expected = None if noise is None else np.tile(K * noise, (examples, 1))
    for seed in (0, 42):
        losses = train(start, gradient, lambda p: gradient(p, everything, expected)[0], examples, batch, epochs, seed, noise)
        for epoch, loss in enumerate(losses):
            out.write(f"{name},{seed},{epoch},{float(loss)!r}\n")


with open("losses.csv", "w") as out:
    out.write("task,seed,epoch,loss\n")
    write(out, "nplm", neural_start, nplm, len(RUNS), 4, 10)
    write(out, "hierarchical", tree_start, hierarchical, len(RUNS), 4, 25)
    write(out, "nce", nce_start, nce, len(RUNS), 4, 20, UNIGRAM)
    write(out, "skipgram", vectors_start, sampled(SKIP, PAIRS[:, 1]), len(PAIRS), 4, 25, POWER)
    write(out, "cbow", vectors_start, sampled(BAGS, GAP), len(GAPS), 3, 50, POWER)
    write(out, "skipgram softmax", vectors_start, full(SKIP, PAIRS[:, 1]), len(PAIRS), 4, 25)
    write(out, "glove", glove_start, glove(100)[0], glove(100)[1], glove(100)[1], 25)
    write(out, "glove 2", glove_start, glove(2)[0], glove(2)[1], glove(2)[1], 25)
