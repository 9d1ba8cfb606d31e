package org.ansatz.field.circuit.netlist;

import static org.ansatz.field.circuit.netlist.NamedNumbers.Parameter.needed;
import static org.ansatz.field.circuit.netlist.NamedNumbers.Parameter.other;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ansatz.field.circuit.netlist.NamedNumbers.Parameter;

/** Cards of diodes and transistors: as textbooks take them, by a word that says how, or after a {@code .model}. */
final class DeviceCards {

    private static final List<Parameter> CHANNEL =
            List.of(other("W", Measure.RATIO, 1e-4), other("L", Measure.RATIO, 1e-4));

    private DeviceCards() {}

    // ---- diodes

    static Deck.Card diode(WrittenCard card) {
        card.require(4, 10, 2, "D1 anode cathode ideal, or D1 anode cathode and the name of a .model");
        switch (card.text(3).toLowerCase(Locale.ROOT)) {
            case "ideal":
                card.require(4, 4, 2, "D1 anode cathode ideal");
                return new Deck.Card(List.of(), v -> new Element.Diode(card.name(), card.plus(), card.minus()));
            case "drop":
                return named(
                        card,
                        List.of(needed("VF", Measure.VOLTAGE), other("RON", Measure.RESISTANCE, 0)),
                        v -> new Device.Drop(
                                card.name(), card.plus(), card.minus(), v[0], v[1], Double.POSITIVE_INFINITY, 0));
            case "zener":
                return named(
                        card,
                        List.of(
                                needed("VZ", Measure.VOLTAGE),
                                other("VF", Measure.VOLTAGE, 0.7),
                                other("RZ", Measure.RESISTANCE, 0)),
                        v -> new Device.Drop(card.name(), card.plus(), card.minus(), v[1], 0, v[0], v[2]));
            case "exponential":
                return named(
                        card,
                        List.of(
                                needed("IS", Measure.CURRENT),
                                other("N", Measure.RATIO, 1),
                                other("VT", Measure.VOLTAGE, 0.02585)),
                        v -> new Device.Exponential(card.name(), card.plus(), card.minus(), v[0], v[1] * v[2]));
            default:
                return modelled(
                        card,
                        3,
                        List.of(ModelKind.DIODE),
                        "a diode is 'ideal', 'drop VF=0.7', 'zener VZ=5.1' or 'exponential IS=1e-14', or has the name of a"
                                + " .model D",
                        (model, v) -> new Semiconductor.Junction(card.name(), card.plus(), card.minus(), model, v[0]));
        }
    }

    private static Deck.Card named(WrittenCard card, List<Parameter> parameters, Deck.Maker maker) {
        return new Deck.Card(NamedNumbers.read(card, 4, parameters), maker);
    }

    // ---- transistors

    static Deck.Card bipolar(WrittenCard card) {
        card.require(5, 11, 3, "Q1 c b e npn BETA=100 VBE=0.7, or Q1 c b e and the name of a .model");
        boolean npn = card.is(4, "npn");
        if ((npn || card.is(4, "pnp")) && card.place().model(card.text(4)) == null) {
            return new Deck.Card(
                    NamedNumbers.read(
                            card,
                            5,
                            List.of(
                                    needed("BETA", Measure.RATIO),
                                    other("VBE", Measure.VOLTAGE, 0.7),
                                    other("VCESAT", Measure.VOLTAGE, 0.2))),
                    v -> new Device.Bipolar(
                            card.name(), card.node(1), card.node(2), card.node(3), npn, v[0], v[1], v[2]));
        }
        return modelled(
                card,
                4,
                List.of(ModelKind.NPN, ModelKind.PNP),
                "a bipolar transistor is npn or pnp, as textbooks take it, or has the name of a .model NPN or PNP",
                (model, v) -> new Semiconductor.Transistor(
                        card.name(), card.node(1), card.node(2), card.node(3), model, v[0]));
    }

    static Deck.Card insulatedGate(WrittenCard card) {
        card.require(5, 24, 3, "M1 d g s nmos K=1m VT=1, or M1 d g s b and the name of a .model");
        boolean n = card.is(4, "nmos");
        if ((n || card.is(4, "pmos")) && card.place().model(card.text(4)) == null) {
            return new Deck.Card(
                    NamedNumbers.read(
                            card,
                            5,
                            List.of(
                                    needed("K", Measure.TRANSCONDUCTANCE),
                                    needed("VT", Measure.VOLTAGE),
                                    other("LAMBDA", Measure.PER_VOLT, 0))),
                    v -> new Device.SquareLaw(
                            card.name(), card.node(1), card.node(2), card.node(3), n, v[0], v[1], v[2]));
        }
        if (card.size() == 5) {
            throw card.fault(
                    4,
                    "a field-effect transistor is nmos or pmos, as textbooks take it, or has four nodes and the name of a"
                            + " .model NMOS or PMOS");
        }
        card.require(6, 24, 4, "M1 d g s b NAME W=10u L=1u");
        Place.ModelCard model = model(
                card,
                5,
                List.of(ModelKind.NMOS, ModelKind.PMOS),
                "a field-effect transistor has the name of a .model NMOS or PMOS behind its four nodes");
        return withModel(
                model,
                NamedNumbers.read(card, 6, CHANNEL),
                (numbers, v) -> new Semiconductor.InsulatedGate(
                        card.name(), card.node(1), card.node(2), card.node(3), card.node(4), numbers, v[0], v[1]));
    }

    static Deck.Card junctionGate(WrittenCard card) {
        card.require(5, 6, 3, "J1 d g s and the name of a .model");
        return modelled(
                card,
                4,
                List.of(ModelKind.NJF, ModelKind.PJF),
                "a junction field-effect transistor has the name of a .model NJF or PJF",
                (model, v) -> new Semiconductor.JunctionGate(
                        card.name(), card.node(1), card.node(2), card.node(3), model, v[0]));
    }

    // ---- switches

    /** SPICE's S, controlled by a voltage, and W, by the current of an element. */
    static Deck.Card toggle(WrittenCard card) {
        boolean byVoltage = card.letter() == 'S';
        int at = byVoltage ? 5 : 4;
        String example = (byVoltage ? "S1 a b c d" : "W1 a b V1") + " and the name of a .model "
                + (byVoltage ? "SW" : "CSW") + ", and perhaps on or off";
        card.require(at + 1, at + 2, byVoltage ? 4 : 2, example);
        boolean closed = card.is(at + 1, "on");
        if (card.size() > at + 1 && !closed && !card.is(at + 1, "off")) {
            throw card.fault(at + 1, "a switch begins on or off; not " + card.text(at + 1));
        }
        List<String> by = byVoltage ? List.of(card.node(3), card.node(4)) : List.of(card.element(3));
        Place.ModelCard model = model(
                card,
                at,
                List.of(byVoltage ? ModelKind.SWITCH : ModelKind.CURRENT_SWITCH),
                "a switch that a " + (byVoltage ? "voltage" : "current") + " controls has the name of a .model "
                        + (byVoltage ? "SW" : "CSW"));
        return new Deck.Card(
                model.numbers(),
                v -> new Component.Switch(
                        card.name(), card.plus(), card.minus(), by, v[0], Math.abs(v[1]), v[2], v[3], closed));
    }

    // ---- models

    /** From a model and the numbers of a card to what stands on it. */
    private interface Modelled {
        Component make(Model model, double[] values);
    }

    /** A device with its area, 1 where none is written, behind the name of its model. */
    private static Deck.Card modelled(
            WrittenCard card, int at, List<ModelKind> kinds, String otherwise, Modelled maker) {
        Place.ModelCard model = model(card, at, kinds, otherwise);
        int area = card.is(at + 1, "AREA") ? at + 2 : at + 1;
        if (card.size() > area + 1) {
            throw card.fault(area + 1, "only an area may follow the name of a model");
        }
        Deck.Number number = area < card.size() ? card.number(area, Measure.RATIO) : Deck.Number.of(1);
        return withModel(model, List.of(number), maker);
    }

    private static Place.ModelCard model(WrittenCard card, int at, List<ModelKind> kinds, String otherwise) {
        Place.ModelCard model = card.place().model(card.text(at));
        if (model == null && card.place().expects(card.text(at))) {
            throw new WrittenCard.Skipped(); // what is wrong with it is said where it stands
        }
        if (model == null) {
            throw card.fault(at, otherwise + "; there is no .model " + card.text(at));
        }
        if (!kinds.contains(model.kind())) {
            throw card.fault(
                    at,
                    "the model " + model.name() + " is of kind " + model.kind().spice() + "; " + otherwise);
        }
        return model;
    }

    private static Deck.Card withModel(Place.ModelCard model, List<Deck.Number> own, Modelled maker) {
        List<Deck.Number> numbers = new ArrayList<>(own);
        numbers.addAll(model.numbers());
        int count = own.size();
        return new Deck.Card(
                numbers,
                v -> maker.make(
                        new Model(model.name(), model.kind(), Arrays.copyOfRange(v, count, v.length)),
                        Arrays.copyOf(v, count)));
    }
}
