package org.ansatz.bank;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.ansatz.field.Language;
import org.ansatz.problem.Catalogue;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Problems, the keys claimed for them, and what could not be read.
 *
 * <pre>{@code
 * Bank bank = Bank.load(Path.of("problems")).withKeys(Path.of("answers"));
 * Problem problem = bank.problem("gate-2012-ec/q28");
 * Verdict verdict = Verifier.published(problem, bank.keysOf(problem));
 * }</pre>
 *
 * @param problems by id, in the order they were found
 * @param keys by problem; several sources may claim a key for one
 * @param faults everything that is wrong, file by file
 * @param texts what each problem was read from, by its id
 */
public record Bank(
        Map<String, Problem> problems,
        Map<String, List<Key.Claim>> keys,
        List<Fault> faults,
        Map<String, String> texts) {

    /** Copies; nothing of a bank can be changed. */
    public Bank {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        Map<String, List<Key.Claim>> claims = new LinkedHashMap<>();
        keys.forEach((id, claimed) -> claims.put(id, List.copyOf(claimed)));
        keys = Collections.unmodifiableMap(claims);
        faults = List.copyOf(faults);
        texts = Map.copyOf(texts);
    }

    /**
     * Reads problem files, and every problem below folders. Throws nothing for what cannot be read: it is among the
     * {@link #faults}, and the rest is there. The id of a problem is its path below the folder; below a folder named
     * {@code problems} if the file lies in one.
     *
     * @param paths files and folders
     */
    public static Bank load(Path... paths) {
        BankLoader loader = loader();
        for (Path path : paths) {
            loader.problems(path);
        }
        return loader.bank();
    }

    /**
     * Reads problem files, and every problem below folders, on the class path: in folders of classes and in jars. As with
     * {@link #load}, what cannot be read is among the {@link #faults}: a folder that is not there, that is there twice, or that
     * lies in a jar inside a jar.
     *
     * @param loader whose class path it is
     * @param names folders and files, from the root of the class path: {@code "problems"}
     */
    public static Bank fromClasspath(ClassLoader loader, String... names) {
        BankLoader reading = loader();
        for (String name : names) {
            reading.problems(loader, name);
        }
        return reading.bank();
    }

    /** The same on the class path of the thread that asks. */
    public static Bank fromClasspath(String... names) {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        return fromClasspath(own == null ? ClassLoader.getSystemClassLoader() : own, names);
    }

    /**
     * The bank of one problem.
     *
     * @param id by which it is asked for, and its file in messages
     * @param text what would stand in its file
     */
    public static Bank ofYaml(String id, String text) {
        return loader().problem(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), id)
                .bank();
    }

    /** The problems, keys and faults of both; a problem of the other that has the id of one that is here is a fault. */
    public Bank with(Bank other) {
        return loader().including(this).including(other).bank();
    }

    /** As {@link #withKeys}, from answer files and folders on the class path of {@code loader}. */
    public Bank withKeysFromClasspath(ClassLoader loader, String... names) {
        BankLoader reading = loader().including(this);
        for (String name : names) {
            reading.answers(loader, name);
        }
        return reading.bank();
    }

    /**
     * The same problems with the keys claimed in answer files, and in every answer file below folders, besides those that
     * are known. A claim for an id that no problem file has, in the bank, beside it or in the same folder {@code problems}, is
     * a fault.
     *
     * @param paths files and folders
     */
    public Bank withKeys(Path... paths) {
        BankLoader loader = loader().including(this);
        for (Path path : paths) {
            loader.answers(path);
        }
        return loader.bank();
    }

    /** The words that can stand in {@code kind} of an answer. */
    public static List<String> answerKinds() {
        return AnswerKind.words();
    }

    private static BankLoader loader() {
        return new BankLoader(Language.registry(), Language.blockKinds());
    }

    /** The claims for a problem, none if nobody claims a key. */
    public List<Key.Claim> keysOf(Problem problem) {
        return keys.getOrDefault(problem.id(), List.of());
    }

    /** The problem with this id, or null. */
    public @Nullable Problem find(String id) {
        return problems.get(id);
    }

    /**
     * The problem with this id, or else the only one whose id ends with it: {@code q28}.
     *
     * @throws NoSuchElementException if there is none; the message names what may be meant, and the faults that may be why
     */
    public Problem problem(String id) {
        String whole = Catalogue.called(id, problems.keySet());
        Problem found = whole == null ? null : problems.get(whole);
        if (found == null) {
            throw new NoSuchElementException("there is no problem '" + id + "' among " + problems.size()
                    + Catalogue.meant(id, problems.keySet()) + unread());
        }
        return found;
    }

    private String unread() {
        return faults.isEmpty() ? "" : "; what could not be read: " + faults.get(0) + (faults.size() > 1 ? ", …" : "");
    }
}
