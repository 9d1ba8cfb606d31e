package org.ansatz.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.problem.Key;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Problems, the keys claimed for them, and what could not be read.
 *
 * @param problems by id, in the order they were found
 * @param keys by problem; several sources may claim a key for one
 * @param faults everything that is wrong, file by file
 */
public record Bank(Map<String, Problem> problems, Map<String, List<Key.Claim>> keys, List<Fault> faults) {

    /** Copies. */
    public Bank {
        problems = new LinkedHashMap<>(problems);
        keys = new LinkedHashMap<>(keys);
        faults = List.copyOf(faults);
    }

    /** The claims for a problem. */
    public List<Key.Claim> keysOf(Problem problem) {
        return keys.getOrDefault(problem.id(), new ArrayList<>());
    }

    /** The problem with this id, or null. */
    public @Nullable Problem find(String id) {
        return problems.get(id);
    }
}
