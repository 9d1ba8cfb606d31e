package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;
import org.jspecify.annotations.Nullable;

/** Numbers at the end of a card that are written with their names, {@code NAME=value}. */
final class NamedNumbers {

    private NamedNumbers() {}

    /** What may be named: what it measures, and its value where none is written; NaN if one must be. */
    record Parameter(String name, Measure measure, double usual) {
        static Parameter needed(String name, Measure measure) {
            return new Parameter(name, measure, Double.NaN);
        }

        static Parameter other(String name, Measure measure, double usual) {
            return new Parameter(name, measure, usual);
        }
    }

    /** The numbers of a card from a word on, in the order of the parameters. */
    static List<Deck.Number> read(WrittenCard card, int from, List<Parameter> parameters) {
        Map<String, Word> written = new LinkedHashMap<>();
        for (int i = from; i < card.size(); i += 2) {
            String name = card.text(i).toUpperCase(Locale.ROOT);
            boolean known = parameters.stream().anyMatch(parameter -> parameter.name.equals(name));
            if (!known || i + 1 == card.size() || written.put(name, card.word(i + 1)) != null) {
                throw card.fault(
                        i,
                        "written NAME=value, with each of these once: "
                                + String.join(
                                        ", ",
                                        parameters.stream().map(Parameter::name).toList()));
            }
        }
        List<Deck.Number> numbers = new ArrayList<>();
        for (Parameter parameter : parameters) {
            numbers.add(number(card, parameter, written.get(parameter.name)));
        }
        return numbers;
    }

    private static Deck.Number number(WrittenCard card, Parameter parameter, @Nullable Word value) {
        if (value == null && Double.isNaN(parameter.usual)) {
            throw card.fault(0, card.text(0) + " needs " + parameter.name + "=…");
        }
        if (value == null) {
            return Deck.Number.of(parameter.usual);
        }
        return value.is("inf") ? Deck.Number.of(Double.POSITIVE_INFINITY) : card.number(value, parameter.measure);
    }
}
