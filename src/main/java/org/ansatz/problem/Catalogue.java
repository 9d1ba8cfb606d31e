package org.ansatz.problem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansatz.expression.check.Nearest;
import org.jspecify.annotations.Nullable;

/** Problems to choose from, by what a list shows of them. Each is read when it is chosen. */
public interface Catalogue {

    /** What there is to choose from, in the order of the bank. */
    List<Entry> entries();

    /**
     * The problem of an entry, as it is written now.
     *
     * @throws IOException in a sentence, if it cannot be read any more
     */
    Problem read(Entry entry) throws IOException;

    /**
     * Tells the file of an entry, as it is written now, from what it was before or will be: equal files have equal stamps.
     *
     * @throws IOException in a sentence, if it cannot be read any more
     */
    String stamp(Entry entry) throws IOException;

    /** The entry of this id, or the only one whose id ends with it; or null. */
    default @Nullable Entry called(String id) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        entries().forEach(entry -> byId.put(entry.id(), entry));
        String whole = called(id, byId.keySet());
        return whole == null ? null : byId.get(whole);
    }

    /** The id itself if there is one, or the only one that ends with it behind a slash; or null. */
    static @Nullable String called(String id, Set<String> ids) {
        if (ids.contains(id)) {
            return id;
        }
        List<String> ending =
                ids.stream().filter(whole -> whole.endsWith("/" + id)).toList();
        return ending.size() == 1 ? ending.get(0) : null;
    }

    /** What may be meant by an id that {@link #called(String)} finds nothing for, as the end of a message. */
    default String meant(String id) {
        Set<String> known = new TreeSet<>();
        entries().forEach(entry -> known.add(entry.id()));
        return meant(id, known);
    }

    /**
     * What may be meant by an id that {@link #called calls} nothing, as the end of a message: the problems whose ids end with it, or
     * the one whose id, or the end of it, is nearest; empty if none is near.
     */
    static String meant(String id, Set<String> ids) {
        Map<String, String> endings = new TreeMap<>();
        List<String> ending = new ArrayList<>();
        for (String whole : ids) {
            int from = 0;
            do {
                String end = whole.substring(from);
                endings.put(end, whole);
                if (end.equals(id)) {
                    ending.add(whole);
                }
                from = whole.indexOf('/', from) + 1;
            } while (from > 0);
        }
        if (ending.size() > 1) {
            return "; it may be " + String.join(" or ", ending) + ": write the whole id";
        }
        String nearest = Nearest.to(id, endings.keySet());
        return nearest == null ? "" : "; did you mean '" + endings.get(nearest) + "'?";
    }

    /** Problems that are read. */
    static Catalogue of(Collection<Problem> problems) {
        Map<String, Problem> byId = new TreeMap<>();
        problems.forEach(problem -> byId.put(problem.id(), problem));
        List<Entry> entries = problems.stream().map(Entry::of).toList();
        return new Catalogue() {
            @Override
            public List<Entry> entries() {
                return entries;
            }

            @Override
            public Problem read(Entry entry) throws IOException {
                Problem problem = byId.get(entry.id());
                if (problem == null) {
                    throw new IOException("there is no problem " + entry.id() + " any more");
                }
                return problem;
            }

            @Override
            public String stamp(Entry entry) {
                return "";
            }
        };
    }
}
