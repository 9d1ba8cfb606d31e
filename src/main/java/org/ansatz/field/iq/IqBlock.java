package org.ansatz.field.iq;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.quantity.Dimension;

/**
 * The block {@code iq}: a tone through a modulator or demodulator with gain and phase imbalance. It exports the powers of
 * the wanted tone and of its image, read off a spectrum.
 */
public final class IqBlock implements BlockKind {

    private static final Engine FFT = new Engine("fft");
    private static final int SAMPLES = 1 << 8;
    private static final double ROUNDING = 0x1p-52;

    private static final Export WANTED = Export.value("wanted", Type.REAL, FFT, "power of the wanted tone");
    private static final Export IMAGE = Export.value("image", Type.REAL, FFT, "power of the image");

    /** A reader of such blocks. */
    public IqBlock() {}

    @Override
    public String key() {
        return "iq";
    }

    @Override
    public Block read(Fields route, Scope scope, Question question) {
        Fields iq = route.fields("iq");
        Expression gain = gain(iq.text("gain"), scope);
        Expression phase = iq.text("phase").formula(scope, Type.REAL);
        boolean receive = iq.has("side")
                && iq.word("side", List.of("transmit", "receive")).equals("receive");
        iq.finish();
        return new Modulator(gain, phase, receive);
    }

    /** An amplitude ratio, or a level in dB. */
    private static Expression gain(Written text, Scope scope) {
        Expression gain = text.formula(scope);
        if (!gain.type().has(Dimension.LEVEL)) {
            text.require(gain, Type.REAL);
        }
        return gain;
    }

    /** The block as written. */
    private record Modulator(Expression gain, Expression phase, boolean receive) implements Block {

        @Override
        public List<Export> exports() {
            return List.of(WANTED, IMAGE);
        }

        @Override
        public boolean isExact(Frame frame) {
            return frame.isExact(gain.term()) && frame.isExact(phase.term());
        }

        @Override
        public Model solve(Frame frame, Sample sample) {
            double written = Arithmetic.real(frame.value(gain.term()));
            double ratio = gain.type().dimensionOrNone().isLevel() ? Math.pow(10, written / 20) : written;
            QuadratureImbalance imbalance = new QuadratureImbalance(ratio, Arithmetic.real(frame.value(phase.term())));
            ToneSpectrum fine = spectrum(imbalance, SAMPLES);
            ToneSpectrum coarse = spectrum(imbalance, SAMPLES / 2);
            double data = ROUNDING * ratio * (1 + Math.abs(imbalance.phase()));
            return (export, arguments, at) -> export.name().equals(IMAGE.name())
                    ? estimate(fine.image(), coarse.image(), Math.sqrt(fine.floor()) + data)
                    : estimate(fine.wanted(), coarse.wanted(), Math.sqrt(fine.floor()) + data);
        }

        private ToneSpectrum spectrum(QuadratureImbalance imbalance, int samples) {
            return receive ? imbalance.receive(samples) : imbalance.transmit(samples);
        }

        /**
         * What two lengths disagree by, and what an amplitude may be off.
         *
         * @param amplitude of the strongest line that should be empty, and what gain and phase lack as doubles
         */
        private static Estimate estimate(double fine, double coarse, double amplitude) {
            return Estimate.of(fine, Math.abs(fine - coarse) + 2 * Math.sqrt(fine) * amplitude + amplitude * amplitude);
        }
    }
}
