package org.ansatz.gradient.words;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ansatz.gradient.data.ToySentences;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.model.Adam;

/** Every task on the articles' sentences, and its run as in the article, which is made once. */
final class WordTasks {

    static final Corpus CORPUS = Corpus.of(ToySentences.ALL);

    /** The seed of the program. */
    static final long SEED = 42;

    private static final Map<String, WordTask> ALL = new LinkedHashMap<>();
    private static final Map<String, WordCourse> COURSES = new LinkedHashMap<>();

    static {
        ALL.put("nplm", NeuralTask.of(CORPUS));
        ALL.put("nplm without direct connections", NeuralTask.withoutDirectConnections(CORPUS));
        ALL.put("hierarchical", new HierarchicalTask(CORPUS, NamedTree.Kind.BALANCED));
        ALL.put("hierarchical huffman", new HierarchicalTask(CORPUS, NamedTree.Kind.HUFFMAN));
        ALL.put("nce", ContrastiveTask.of(CORPUS));
        ALL.put("nce without direct connections", ContrastiveTask.withoutDirectConnections(CORPUS));
        ALL.put("cbow", VectorTask.continuousBagOfWords(CORPUS, Output.negativeSampling(CORPUS)));
        ALL.put("cbow softmax", VectorTask.continuousBagOfWords(CORPUS, Output.softmax(CORPUS)));
        ALL.put(
                "cbow huffman",
                VectorTask.continuousBagOfWords(CORPUS, Output.hierarchical(CORPUS, NamedTree.Kind.HUFFMAN)));
        ALL.put("skipgram", VectorTask.skipGram(CORPUS, Output.negativeSampling(CORPUS)));
        ALL.put("skipgram softmax", VectorTask.skipGram(CORPUS, Output.softmax(CORPUS)));
        ALL.put("skipgram balanced", VectorTask.skipGram(CORPUS, Output.hierarchical(CORPUS, NamedTree.Kind.BALANCED)));
        ALL.put("glove", new GloveTask(CORPUS, GloveTask.PAPERS_LARGEST));
        ALL.put("glove 2", new GloveTask(CORPUS, 2));
    }

    private WordTasks() {}

    static Iterable<String> names() {
        return ALL.keySet();
    }

    static WordTask task(String name) {
        WordTask task = ALL.get(name);
        if (task == null) {
            throw new IllegalArgumentException("no task " + name);
        }
        return task;
    }

    static synchronized WordCourse course(String name) {
        return COURSES.computeIfAbsent(name, key -> run(task(key), SEED));
    }

    /** A run as in the article. */
    static WordCourse run(WordTask task, long seed) {
        Setting setting = task.setting();
        return WordCourse.of(task, Adam.of(setting.rate()), setting.epochs(), seed, epoch -> {});
    }
}
