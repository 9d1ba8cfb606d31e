package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;

/** Cards of independent sources: what they give at rest, through time, and in phasors. */
final class SourceCards {

    private static final Measure[] SINE = {Measure.FREQUENCY, Measure.TIME, Measure.DAMPING, Measure.PHASE};

    private static final Measure[] MODULATED = {
        Measure.FREQUENCY, Measure.RATIO, Measure.FREQUENCY, Measure.PHASE, Measure.PHASE
    };

    /** The most words on such a card: pieces of a PWL. */
    private static final int MAX_WORDS = 404;

    private SourceCards() {}

    /** What a source gives, as far as a part of its card says it. */
    private record Given(List<Deck.Number> numbers, Form form) {}

    /** A waveform of its numbers. */
    private interface Form {
        Waveform of(double[] values);
    }

    static Deck.Card read(WrittenCard card) {
        boolean voltage = card.letter() == 'V';
        Measure measure = voltage ? Measure.VOLTAGE : Measure.CURRENT;
        card.require(
                4, MAX_WORDS, 2, voltage ? "V1 a 0 5, or V1 a 0 SIN(0 1 1k)" : "I1 0 a 1m, or I1 0 a SIN(0 1m 1k)");
        int ac = 3;
        while (ac < card.size() && !card.is(ac, "AC")) {
            ac++;
        }
        int after = ac;
        while (after < card.size() && (after == ac || !isForm(card.word(after)) && !card.is(after, "DC"))) {
            after++;
        }
        List<Word> others = new ArrayList<>(card.words().subList(0, ac));
        others.addAll(card.words().subList(after, card.size()));
        WrittenCard withoutPhasor = new WrittenCard(others, card.place(), card.desk());
        Given steady = steady(withoutPhasor, others.size(), measure);
        List<Deck.Number> numbers = new ArrayList<>(steady.numbers);
        int count = numbers.size();
        numbers.addAll(phasor(card, ac, after, measure));
        return new Deck.Card(numbers, v -> {
            Waveform waveform = steady.form.of(Arrays.copyOf(v, count));
            Phasor small = Phasor.of(v[count], v[count + 1]);
            return voltage
                    ? new Element.VoltageSource(card.name(), card.plus(), card.minus(), waveform, small)
                    : new Element.CurrentSource(card.name(), card.plus(), card.minus(), waveform, small);
        });
    }

    /** {@code AC amplitude [degrees]}, up to the word after it; nothing where it is not written. */
    private static List<Deck.Number> phasor(WrittenCard card, int ac, int after, Measure measure) {
        if (ac == card.size()) {
            return List.of(Deck.Number.of(0), Deck.Number.of(0));
        }
        int count = after - ac - 1;
        if (count < 1 || count > 2) {
            throw card.fault(ac, "AC takes an amplitude, and an angle in degrees: AC 10 30");
        }
        return List.of(
                card.number(ac + 1, measure), count == 2 ? card.number(ac + 2, Measure.PHASE) : Deck.Number.of(0));
    }

    /** What stands beside AC: a value, perhaps behind DC, or a form, or both. */
    private static Given steady(WrittenCard card, int end, Measure measure) {
        if (end == 3) {
            return new Given(List.of(), v -> new Waveform.Constant(0));
        }
        boolean dc = card.is(3, "DC");
        int at = dc ? 4 : 3;
        if (at == end) {
            throw card.fault(3, "DC needs a value");
        }
        if (isForm(card.word(at))) {
            return form(card, at, end, measure);
        }
        if (card.text(at).matches("[A-Za-z]+")) {
            throw card.fault(
                    at,
                    "a source is a constant or SIN(offset amplitude hertz), and AC amplitude degrees, not "
                            + card.text(at));
        }
        Deck.Number value = card.number(at, measure);
        if (end > at + 1 && isForm(card.word(at + 1))) {
            return withStart(card, value, form(card, at + 1, end, measure));
        }
        if (end > at + 1) {
            throw card.fault(at + 1, "nothing may follow the value of a source");
        }
        return new Given(List.of(value), v -> new Waveform.Constant(v[0]));
    }

    /** A value at rest beside a form must be what the form begins with: a source is one thing at rest and at t = 0. */
    private static Given withStart(WrittenCard card, Deck.Number value, Given form) {
        List<Deck.Number> numbers = new ArrayList<>(form.numbers);
        numbers.add(value);
        int last = numbers.size() - 1;
        return new Given(numbers, v -> {
            Waveform waveform = form.form.of(Arrays.copyOf(v, last));
            if (v[last] != waveform.at(0)) {
                throw new IllegalArgumentException(card.name() + " is " + v[last] + " at rest and begins with "
                        + waveform.at(0) + "; leave out its DC value, or let it be the same");
            }
            return waveform;
        });
    }

    private static boolean isForm(Word word) {
        return word.is("SIN") || word.is("PULSE") || word.is("EXP") || word.is("PWL") || word.is("SFFM");
    }

    private static Given form(WrittenCard card, int at, int end, Measure measure) {
        List<Word> arguments = card.words().subList(at + 1, end);
        Word form = card.word(at);
        if (form.is("SIN")) {
            return sine(card, form, arguments, measure);
        }
        if (form.is("SFFM")) {
            return modulated(card, form, arguments, measure);
        }
        boolean lines = form.is("PWL");
        int least = form.is("EXP") ? 4 : 2;
        int most = form.is("PULSE") ? 7 : form.is("EXP") ? 6 : MAX_WORDS;
        if (arguments.size() < least || arguments.size() > most || lines && arguments.size() % 2 == 1) {
            throw card.fault(
                    form,
                    form.is("PULSE")
                            ? "written PULSE(low high delay rise fall width period), all but two of which may be left out"
                            : form.is("EXP")
                                    ? "written EXP(first second riseAt rise fallAt fall), the last two of which may be left out"
                                    : "written PWL(time value time value …)");
        }
        List<Deck.Number> numbers = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean time = lines ? i % 2 == 0 : i >= 2;
            numbers.add(card.number(arguments.get(i), time ? Measure.TIME : measure));
        }
        return new Given(
                numbers, form.is("PULSE") ? SourceCards::pulse : lines ? SourceCards::lines : SourceCards::exponential);
    }

    private static Given sine(WrittenCard card, Word form, List<Word> arguments, Measure measure) {
        if (arguments.size() < 3 || arguments.size() > 6) {
            throw card.fault(
                    form,
                    "SIN takes 3 to 6 numbers: SIN(offset amplitude hertz delay damping degrees); here are "
                            + arguments.size());
        }
        List<Deck.Number> numbers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Measure wanted = i < 2 ? measure : SINE[i - 2];
            numbers.add(i < arguments.size() ? card.number(arguments.get(i), wanted) : Deck.Number.of(0));
        }
        return new Given(numbers, v -> new Waveform.Sine(v[0], v[1], v[2], v[3], v[4], v[5]));
    }

    private static Given modulated(WrittenCard card, Word form, List<Word> arguments, Measure measure) {
        if (arguments.size() < 5 || arguments.size() > 7) {
            throw card.fault(
                    form,
                    "SFFM takes 5 to 7 numbers: SFFM(offset amplitude carrier index signal carrierDegrees signalDegrees);"
                            + " here are " + arguments.size());
        }
        List<Deck.Number> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Measure wanted = i < 2 ? measure : MODULATED[i - 2];
            numbers.add(i < arguments.size() ? card.number(arguments.get(i), wanted) : Deck.Number.of(0));
        }
        return new Given(numbers, v -> new Waveform.Modulated(v[0], v[1], v[2], v[3], v[4], v[5], v[6]));
    }

    private static Waveform pulse(double[] v) {
        double[] all = {0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        System.arraycopy(v, 0, all, 0, v.length);
        return new Waveform.Pulse(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
    }

    private static Waveform exponential(double[] v) {
        boolean falls = v.length == 6;
        return new Waveform.Exponential(
                v[0], v[1], v[2], v[3], falls ? v[4] : Double.POSITIVE_INFINITY, falls ? v[5] : 1);
    }

    private static Waveform lines(double[] v) {
        List<Double> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i + 1 < v.length; i += 2) {
            times.add(v[i]);
            values.add(v[i + 1]);
        }
        return new Waveform.Lines(times, values);
    }
}
