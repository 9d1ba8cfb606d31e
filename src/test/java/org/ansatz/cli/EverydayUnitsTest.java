package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities as people write them: in formulas and as replies. */
final class EverydayUnitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 L | 1 dm^3",
                "10 mg/L | 0.01 kg/m^3",
                "250 mL | 0.25 l",
                "1 hPa | 1 mbar",
                "1 dag | 10 g",
                "2 t | 2 Mg",
                "3 d | 72 h",
                "1 kVA | 1 kW",
                "5 kvar | 5000 W",
                "9600 Bd | 9.6 kHz",
                "64 kbps | 64 kbit/s",
                "3000 rpm | 50 Hz",
                "1 lx | 1 lm/m^2",
                "5 Bq | 5/s",
                "2 mSv | 2 mGy",
                "1 kWh | 3.6 MJ",
                "2 kW*h | 2 kWh",
                "2 Ah | 7.2 kC",
                "1 mil | 25.4 um",
                "10 inch | 25.4 cm",
                "1 atm | 101.325 kPa",
                "760 Torr | 1 atm",
                "1 gauss | 0.1 mT",
                "2 kB | 16 kbit",
                "5 KHz | 5 kHz",
                "4.7 kOhm | 4.7 kohm",
                "64 KiB | 524288 bit",
                "4 Mibit | 512 KiB",
                "14.7 psi | 14.7 lbf/(1 inch)^2",
                "9.80665 N | 1 kgf",
                "16 oz | 1 lb",
                "1 mile | 1760 yd",
                "36 km/h | 10 m/s",
                "1 knot | 1.852 km/h",
                "2 days | 48 hr",
                "1 yr | 365.25 d",
                "3 dBi + 2 dB | 5 dB",
                "10 MSps*12 bit/(1 sample) | 120 Mbps",
                "8 samples/(1 ms) | 8 kHz",
                "3 ℧ | 3 S",
                "4*pi*10^-3 Oe | 1 A/m*(1 mT/(1 mT))",
                "1/s | 1 Hz",
                "2 1/s | 2 Hz",
                "2 1/s + 1 Hz | 3/s",
                "3 1/(m s) | 3/(m*s)",
                "5 1/s^2 | 5 s^-2",
                "0.5 1/V*(4 V) | 2",
                "7e-5/(m*s) | 7e-5 m^-1 s^-1",
                "0.4 W/(m K) | 0.4 W*m^-1*K^-1",
                "1 m^2 kg/(s^2 K mol) | 1 J/(mol K)",
                "18*kJ | 18000 J",
                "5 kg/h | 5 kg/(3600 s)",
                "2*pi*1e9 rad/s | 2e9*pi/(1 s)",
                "120*pi ohm | 120 ohm*pi",
                "2 degC/W * (10 W) | 20 K",
                "25 degC + 2 degC/W*(10 W) | 45 degC",
                "4 J/(g degC)*3 degC | 12 J/g",
                "3 degC*5 W/K | 15 W",
                "-3 degC*5 W/K | -15 W",
                "10 W/5 degC | 2 W/K",
                "4 nV/sqrt(Hz) | 4e-9 V/Hz^0.5",
                "4 nV/Hz^(1/2)*sqrt(1 MHz) | 4 uV",
                "sqrt(16 V^2/(1 Hz)) | 4 V/sqrt(Hz)",
                "2 m^2 kg/(s^(5/2) A) | 2 V/sqrt(Hz)",
                "3 sqrt(kHz) | sqrt(9 kHz)",
                "1 MPa sqrt(m) | 1e6 Pa*sqrt(1 m)",
            })
    void bothAreTheSame(String one, String other) {
        Run run = Run.of("equal", one, other);
        assertThat(run.out()).as(one + ": " + run.err()).startsWith("equal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 m | 5 mm/s | wrong: a quantity in m/s is asked for, and this is a length (m)",
                "5 T | 5 THz | wrong: a frequency (Hz) is asked for",
                "47k | 47 kohm | right",
                "22u | 22 uF | right",
                "100 Hz | 100 rad/s | wrong: 2π times the right value",
                "50 Hz | 314.159 rad/s | right",
                "2 1/s | 2/s | right",
                "1 000 1/(m s) | 1000/(m*s) | right",
                "12 1/2 m | 12.5 m | unreadable: two numbers stand side by side",
                "628.319 rad/s | 100.000 Hz | right",
                "5 deg C | 5 degC | unreadable: is this a temperature? Write degC",
                "25 ℃ | 25 degC | right",
                "５．２ m | 5.2 m | right",
                "12,34,567 m | 1234567 m | unreadable: are these groups of digits? Write 1234567",
                "1.6 × 10−19 C | 1.6e-19 C | unreadable: is this 10^-19?",
                "1.6 x 10-19 C | 1.6e-19 C | unreadable: is this 10^-19?",
                "1.6x10-19 C | 1.6e-19 C | unreadable: is this 10^-19?",
                "5X10−3 A | 5 mA | unreadable: is this 10^-3?",
                "3x10+8 m/s | 3e8 m/s | unreadable: is this 10^+8?",
                "10−6 F | 1 uF | unreadable: is this 10^-6?",
                "10-3 | 0.001 | unreadable: is this 10^-3?",
                "10 - 3 | 7 | right",
                "5x10 A | 50 A | right",
                "4.07 nV/sqrt(Hz) | 4.07e-9 V/Hz^0.5 | right",
                "4.07 nV/Hz^(1/2) | 4.07 nV/sqrt(Hz) | right",
                "128.7 nV/sqrt(kHz) | 4.07 nV/sqrt(Hz) | right",
                "4.07 nV/Hz | 4.07 nV/sqrt(Hz) | wrong",
                "4k7 | 4.7 kohm | unreadable: is this 4.7k?",
                "3 e-3 V | 3 mV | unreadable: is this 3e-3, or 3*e - 3?",
                "1.5e -3 V | 1.5 mV | unreadable: is this 1.5e-3, or 1.5*e - 3?",
                "2 E+3 V | 2 kV | unreadable: is this 2e+3, or 2*e + 3?",
                "3*e - 3 | 5.154845 | right",
                "3e - 3 | 5.154845 | right",
                "3e-3 V | 3 mV | right",
                "2R2 | 2.2 ohm | unreadable: is this 2.2?",
                "1.6 × 10^−19 C | 1.6e-19 C | right",
            })
    void aReplyIsReadOrAskedAbout(String response, String key, String grade) {
        Run run = Run.of("grade", response, key);
        assertThat(run.out()).as(response + ": " + run.err()).startsWith(grade);
    }

    /** What is printed in no unit of its own has powers of units that are known, and can be typed again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(3 V)^2 | 9 V^2",
                "1/(2 V) | 0.5 1/V",
                "(2 ohm)^2 | 4 ohm^2",
                "1/(2 ohm)^2 | 0.25 1/ohm^2",
                "(2 W)^2 | 4 W^2",
                "1/(4 J) | 0.25 1/J",
                "(2 mA)^2 | 4e-6 A^2",
                "2/ohm | 2 S",
                "(2 m)^2 | 4 m^2",
                "(3 kHz)^2 | 9e6 1/s^2",
                "0.25 1/F in 1/mF | 2.5e-4 1/mF"
            })
    void powersOfUnitsArePrintedAsSuchAndReadBack(String formula, String printed) {
        assertThat(Run.of("eval", formula).out().strip()).isEqualTo(printed);
        assertThat(Run.of("eval", printed).out().strip())
                .isEqualTo(
                        Run.of("eval", formula.replaceAll(" in .*", "")).out().strip());
    }

    /** In literals units of the SI win over names; names win over other units. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 t | 2*t | t=3 s | right",
                "2 L | 2*L | L=3 mH | right",
                "2 L | 2 dm^3 | R=3 ohm | right",
                "5 V | 5*V | V=1 V | right",
                "3 d | 3*d | d=2 mm | right",
                "t/2 | t/2 | t=3 s | right",
                "V + 1 V | (V + 1*V)/2 | V=1 V | wrong",
                "V + 1 V | 2*V | V=1 V | right",
                "1 km - x | 700 m | x=300 m | right",
                "x + x/2 - 50 m | 400 m | x=300 m | right",
                "2 + 3 km | 5 km | x=300 m | right",
            })
    void namesWinOverUnitsOutsideTheSi(String response, String key, String given, String grade) {
        Run run = Run.of("grade", response, key, "--given", given);
        assertThat(run.out()).as(response + ": " + run.err()).startsWith(grade);
    }
}
