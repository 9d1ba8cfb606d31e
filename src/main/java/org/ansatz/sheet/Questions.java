package org.ansatz.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansatz.expression.check.Nearest;
import org.jspecify.annotations.Nullable;

/** The questions of a sheet, by the names that people give them. Safe to use from several threads once it is made. */
final class Questions {

    private static final int LONGEST_SHOWN = 40;

    private final List<Item> items;
    private final Map<String, Item> byName = new HashMap<>();
    private final Map<String, List<Item>> ambiguous = new TreeMap<>();

    /** The questions; an item's index is its place in the collection. */
    Questions(Collection<Item> items) {
        this.items = List.copyOf(items);
        Map<String, List<Item>> loosely = new TreeMap<>();
        for (Item item : items) {
            for (String name : names(item.id())) {
                loosely.computeIfAbsent(name, key -> new ArrayList<>()).add(item);
            }
        }
        loosely.forEach((name, meant) -> {
            if (meant.size() == 1) {
                byName.put(name, meant.get(0));
            } else {
                ambiguous.put(name, meant);
            }
        });
        items.forEach(item -> byName.put(item.id(), item));
    }

    /** The whole id and its last part, in lower case: a name that two questions have is that of none. */
    private static Set<String> names(String id) {
        String folded = id.toLowerCase(Locale.ROOT);
        return new TreeSet<>(List.of(folded, folded.substring(folded.lastIndexOf('/') + 1)));
    }

    List<Item> all() {
        return items;
    }

    /** The question of this name: its id, or the last part of it where that is no other's; null if there is none. */
    @Nullable
    Item find(String name) {
        Item item = byName.get(name);
        return item != null ? item : byName.get(name.strip().toLowerCase(Locale.ROOT));
    }

    /** Why a name is that of no question, in a sentence. */
    String unknown(String name) {
        String folded = name.strip().toLowerCase(Locale.ROOT);
        List<Item> several = ambiguous.get(folded);
        String shown = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
        if (several != null) {
            return "'" + shown + "' may be "
                    + String.join(" or ", several.stream().map(Item::id).toList());
        }
        List<String> known = new ArrayList<>();
        items.forEach(item -> known.addAll(names(item.id())));
        return "there is no question '" + shown + "'" + Nearest.suggestion(folded, known);
    }
}
