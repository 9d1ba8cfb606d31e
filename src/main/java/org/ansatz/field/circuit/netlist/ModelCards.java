package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads cards that say {@code .model NAME D(IS=1e-14 N=1)}. */
final class ModelCards {

    private ModelCards() {}

    /**
     * A model, and what of it is not modelled.
     *
     * @param remark the parameters that were read and are left out of account; null if there are none
     */
    record Read(Place.ModelCard model, @Nullable String remark) {}

    static Read read(WrittenCard card) {
        if (card.size() < 3) {
            throw card.fault(0, "written .model NAME D(IS=1e-14 N=1)");
        }
        card.place().expect(card.text(1));
        ModelKind kind = ModelKind.of(card.text(2));
        if (kind == null) {
            throw card.fault(2, "a model is of one of the kinds " + ModelKind.all() + "; not " + card.text(2));
        }
        @Nullable Deck.Number[] given = new Deck.Number[kind.parameters().size()];
        List<String> left = new ArrayList<>();
        for (int i = 3; i < card.size(); i += 2) {
            int index = index(card, i, kind);
            if (index < 0) {
                requireLevelOne(card, i);
                left.add(card.text(i).toUpperCase(Locale.ROOT));
            } else if (given[index] != null) {
                throw card.fault(i, card.text(i) + " stands here twice");
            } else {
                given[index] = card.number(i + 1, kind.parameters().get(index).measure());
            }
        }
        left.remove("LEVEL");
        return new Read(new Place.ModelCard(card.text(1), kind, complete(given, kind)), remark(card.text(1), left));
    }

    /** Which parameter of the kind is named at a place; negative if one that is known and not modelled. */
    private static int index(WrittenCard card, int at, ModelKind kind) {
        int index = kind.indexOf(card.text(at));
        if (index < 0 && !kind.isBesides(card.text(at))) {
            List<String> names =
                    kind.parameters().stream().map(ModelKind.Parameter::name).toList();
            throw card.fault(
                    at, kind.spice() + " has no parameter " + card.text(at) + "; it has " + String.join(", ", names));
        }
        if (at + 1 == card.size()) {
            throw card.fault(at, card.text(at) + "= needs a value");
        }
        return index;
    }

    private static void requireLevelOne(WrittenCard card, int at) {
        boolean other = card.is(at, "LEVEL") && !card.is(at + 1, "1");
        if (other) {
            throw card.fault(at + 1, "only level 1 is modelled");
        }
    }

    private static List<Deck.Number> complete(@Nullable Deck.Number[] given, ModelKind kind) {
        List<Deck.Number> numbers = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            Deck.Number number = given[i];
            numbers.add(number == null ? Deck.Number.of(kind.parameters().get(i).usual()) : number);
        }
        return List.copyOf(numbers);
    }

    private static @Nullable String remark(String name, List<String> left) {
        return left.isEmpty()
                ? null
                : "the model " + name + " has " + String.join(", ", left)
                        + (left.size() == 1 ? ", which is not modelled" : ", which are not modelled");
    }
}
