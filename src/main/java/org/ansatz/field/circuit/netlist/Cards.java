package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansatz.field.circuit.netlist.NamedNumbers.Parameter;

/** From a card to what stands on it, by its first letter; sources and devices are read by readers of their own. */
final class Cards {

    private Cards() {}

    static Deck.Card read(WrittenCard card) {
        switch (card.letter()) {
            case 'R':
                card.require(4, 4, 2, "R1 a b 1k");
                return new Deck.Card(
                        List.of(card.number(3, Measure.RESISTANCE)),
                        v -> new Element.Resistor(card.name(), card.plus(), card.minus(), v[0]));
            case 'C':
                return capacitor(card);
            case 'L':
                return inductor(card);
            case 'K':
                card.require(4, 4, 2, "K1 L1 L2 0.9");
                return new Deck.Card(
                        List.of(card.number(3, Measure.RATIO)),
                        v -> new Component.Coupling(card.name(), card.element(1), card.element(2), v[0]));
            case 'V':
            case 'I':
                return SourceCards.read(card);
            case 'B':
                return behavioural(card);
            case 'D':
                return DeviceCards.diode(card);
            case 'Q':
                return DeviceCards.bipolar(card);
            case 'M':
                return DeviceCards.insulatedGate(card);
            case 'J':
                return DeviceCards.junctionGate(card);
            case 'S':
            case 'W':
                return DeviceCards.toggle(card);
            case 'E':
                return card.is(3, "opamp")
                        ? amplifier(card)
                        : controlled(card, Component.Control.VOLTAGE_BY_VOLTAGE, Measure.RATIO);
            case 'F':
                return controlled(card, Component.Control.CURRENT_BY_CURRENT, Measure.RATIO);
            case 'G':
                return controlled(card, Component.Control.CURRENT_BY_VOLTAGE, Measure.CONDUCTANCE);
            case 'H':
                return controlled(card, Component.Control.VOLTAGE_BY_CURRENT, Measure.RESISTANCE);
            case 'T':
                return card.text(0).toUpperCase(Locale.ROOT).startsWith("TF") ? transformer(card) : line(card);
            default:
                throw card.fault(
                        0,
                        "a card begins with R, C, L, K, V, I, B, D, E, F, G, H, J, M, Q, S, T, W, X or TF; other elements are not"
                                + " read yet");
        }
    }

    private static Deck.Card inductor(WrittenCard card) {
        card.require(4, 6, 2, "L1 a b 1m, or L1 a b 1m IC=0.5");
        if (card.size() > 4 && (!card.is(4, "IC") || card.size() == 5)) {
            throw card.fault(4, "expected IC=amperes");
        }
        return new Deck.Card(
                List.of(
                        card.number(3, Measure.INDUCTANCE),
                        card.size() == 6 ? card.number(5, Measure.CURRENT) : Deck.Number.of(0)),
                v -> new Component.Inductor(card.name(), card.plus(), card.minus(), v[0], v[1]));
    }

    private static Deck.Card capacitor(WrittenCard card) {
        card.require(4, 6, 2, "C1 a b 1u, or C1 a b 1u IC=2");
        if (card.text(3).matches("[0-9.eE+-]+F")) {
            throw card.fault(3, "to SPICE f means femto, whatever its case; write 1 for a farad, 1f for a femtofarad");
        }
        Deck.Number farads = card.number(3, Measure.CAPACITANCE);
        if (card.size() > 4 && !card.is(4, "IC")) {
            throw card.fault(4, "expected IC=volts, found '" + card.text(4) + "'");
        }
        if (card.size() == 5) {
            throw card.fault(4, "IC= needs a voltage");
        }
        return new Deck.Card(
                List.of(farads, card.size() == 6 ? card.number(5, Measure.VOLTAGE) : Deck.Number.of(0)),
                v -> new Element.Capacitor(card.name(), card.plus(), card.minus(), v[0], v[1]));
    }

    private static Deck.Card controlled(WrittenCard card, Component.Control control, Measure measure) {
        boolean byVoltage = control.isByVoltage();
        if (card.size() > 3 && card.text(3).toUpperCase(Locale.ROOT).startsWith("POLY")) {
            throw card.fault(3, "polynomial sources are not read: a gain makes a linear one");
        }
        int length = byVoltage ? 6 : 5;
        card.require(
                length,
                length,
                byVoltage ? 4 : 2,
                card.text(0).substring(0, 1) + (byVoltage ? "1 a b c d 10" : "1 a b V1 10"));
        List<String> by = new ArrayList<>();
        if (byVoltage) {
            by.add(card.node(3));
            by.add(card.node(4));
        } else {
            by.add(card.element(3));
        }
        return new Deck.Card(
                List.of(card.number(length - 1, measure)),
                v -> new Component.Controlled(card.name(), card.plus(), card.minus(), control, by, v[0]));
    }

    private static Deck.Card behavioural(WrittenCard card) {
        String example = "B1 a b V=2*v(c)^2 or B1 a b I={k*v(c)*i(V1)}, over voltages, currents and time";
        card.require(5, 5, 2, example);
        boolean givesVoltage = card.is(3, "V");
        if (!givesVoltage && !card.is(3, "I") || !card.word(4).isExpression()) {
            throw card.fault(3, "written " + example);
        }
        Law law = card.law(4, givesVoltage ? Measure.VOLTAGE : Measure.CURRENT);
        return new Deck.Card(
                List.of(),
                v -> new Component.Behavioural(card.name(), card.plus(), card.minus(), givesVoltage, List.of(), law));
    }

    private static Deck.Card amplifier(WrittenCard card) {
        card.require(6, 6, 2, "E1 out 0 opamp in+ in-");
        return new Deck.Card(
                List.of(),
                v -> new Component.Amplifier(card.name(), card.plus(), card.minus(), card.node(4), card.node(5)));
    }

    private static Deck.Card transformer(WrittenCard card) {
        card.require(6, 6, 4, "TF1 a b c d 2, which makes v(a, b) twice v(c, d)");
        return new Deck.Card(
                List.of(card.number(5, Measure.RATIO)),
                v -> new Component.Transformer(
                        card.name(), card.plus(), card.minus(), card.node(3), card.node(4), v[0]));
    }

    private static Deck.Card line(WrittenCard card) {
        card.require(
                7, 13, 4, "T1 a b c d Z0=50 TD=10n, or with F=1g NL=0.25 for TD; an ideal transformer begins with TF");
        List<Deck.Number> numbers = NamedNumbers.read(
                card,
                5,
                List.of(
                        Parameter.needed("Z0", Measure.RESISTANCE),
                        Parameter.other("TD", Measure.TIME, 0),
                        Parameter.other("F", Measure.FREQUENCY, 0),
                        Parameter.other("NL", Measure.RATIO, 0.25)));
        return new Deck.Card(
                numbers,
                v -> new Component.Line(
                        card.name(),
                        card.plus(),
                        card.minus(),
                        card.node(3),
                        card.node(4),
                        v[0],
                        v[1] == 0 && v[2] != 0 ? v[3] / v[2] : v[1]));
    }
}
