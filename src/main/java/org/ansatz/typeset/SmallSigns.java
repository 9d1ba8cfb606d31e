package org.ansatz.typeset;

/** The small letters, digits and signs that Unicode has for exponents and indices. */
public final class SmallSigns {

    private static final String PLAIN_HIGH = "0123456789+-=()abcdefghijklmnoprstuvwxyzT";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ";
    private static final String PLAIN_LOW = "0123456789+-=()aeoxhklmnpstijruv";
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";

    private SmallSigns() {}

    /** A text as an exponent; empty if Unicode has not all of it. */
    static String high(String text) {
        return replaced(text, PLAIN_HIGH, HIGH);
    }

    /** A text as an index; empty if Unicode has not all of it. */
    static String low(String text) {
        return replaced(text, PLAIN_LOW, LOW);
    }

    private static String replaced(String text, String from, String to) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int index = from.indexOf(text.charAt(i));
            if (index < 0) {
                return "";
            }
            out.append(to.charAt(index));
        }
        return out.toString();
    }

    /** What a sign of an exponent stands for; 0 if it is none. */
    public static char ofHigh(int sign) {
        int index = HIGH.indexOf(sign);
        return index < 0 ? 0 : PLAIN_HIGH.charAt(index);
    }

    /** What a sign of an index stands for; 0 if it is none. */
    public static char ofLow(int sign) {
        int index = LOW.indexOf(sign);
        return index < 0 ? 0 : PLAIN_LOW.charAt(index);
    }
}
