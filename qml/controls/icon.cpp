// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/icon.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace apricot {
namespace {

// On a square of 24: M x y moves, L x y draws on, C six numbers a curve, Z closes; O x y r is a
// circle, B x y w h r a box with round corners, A x y w h start sweep an arc, F fills a dot x y r.
struct Drawing {
    std::string_view name, strokes;
};
constexpr std::array drawings{
    Drawing{"home", "M 3 11 L 12 3.5 L 21 11 M 5.5 9.5 L 5.5 20 L 18.5 20 L 18.5 9.5 M 10 20 "
                    "L 10 14 L 14 14 L 14 20"},
    Drawing{"records", "B 5 3 14 18 2 M 8.5 8 L 15.5 8 M 8.5 12 L 15.5 12 M 8.5 16 L 13 16"},
    Drawing{"share", "B 3.5 3.5 7 7 1 B 13.5 3.5 7 7 1 B 3.5 13.5 7 7 1 M 14 14 L 14 17 M 17.5 14 "
                     "L 20.5 14 M 20.5 17.5 L 20.5 20.5 L 17 20.5 M 14 20.5 L 14 20.4"},
    Drawing{"shared", "M 2.5 12 C 6 6.2 9 5 12 5 C 15 5 18 6.2 21.5 12 C 18 17.8 15 19 12 19 "
                      "C 9 19 6 17.8 2.5 12 Z O 12 12 3"},
    Drawing{"settings", "M 4 7 L 13 7 M 18 7 L 20 7 O 15.5 7 2.3 M 4 17 L 6 17 M 11 17 L 20 17 "
                        "O 8.5 17 2.3"},
    Drawing{"more", "F 5 12 1.8 F 12 12 1.8 F 19 12 1.8"},
    Drawing{"lock", "B 5 10.5 14 10 2 A 8 3.5 8 10 0 180 M 8 8.5 L 8 10.5 M 16 8.5 L 16 10.5 "
                    "F 12 15.5 1.5"},
    Drawing{"person", "O 12 8 4 M 4.5 20.5 C 5 16 8 14.5 12 14.5 C 16 14.5 19 16 19.5 20.5"},
    Drawing{"people", "O 9 8.5 3.5 M 2.5 19.5 C 3 15.5 5.5 14.3 9 14.3 C 12.5 14.3 15 15.5 15.5 "
                      "19.5 A 14 5 6.5 6.5 -100 200 M 17.5 14.5 C 19.8 14.9 21.2 16.4 21.5 19.5"},
    Drawing{"add", "M 12 4.5 L 12 19.5 M 4.5 12 L 19.5 12"},
    Drawing{"check", "M 4.5 12.5 L 10 18 L 19.5 6.5"},
    Drawing{"good", "O 12 12 9 M 8 12.3 L 11 15.3 L 16.2 9"},
    Drawing{"warning", "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 14 F 12 17 1.1"},
    Drawing{"info", "O 12 12 9 M 12 11 L 12 16.5 F 12 7.8 1.1"},
    Drawing{"close", "M 5.5 5.5 L 18.5 18.5 M 18.5 5.5 L 5.5 18.5"},
    Drawing{"back", "M 14.5 5 L 7.5 12 L 14.5 19"},
    Drawing{"next", "M 9.5 5 L 16.5 12 L 9.5 19"},
    Drawing{"down", "M 5 9 L 12 16 L 19 9"},
    Drawing{"file", "M 6 3 L 14 3 L 19 8 L 19 21 L 6 21 Z M 14 3 L 14 8 L 19 8"},
    Drawing{"import", "M 12 3 L 12 14.5 M 7.5 10 L 12 14.5 L 16.5 10 M 4 16 L 4 20.5 L 20 20.5 "
                      "L 20 16"},
    Drawing{"export", "M 12 14.5 L 12 3 M 7.5 7.5 L 12 3 L 16.5 7.5 M 4 16 L 4 20.5 L 20 20.5 "
                      "L 20 16"},
    Drawing{"backup", "O 12 12 8.5 A 5.5 5.5 13 13 90 -250 M 12 7.5 L 12 12 L 15 14"},
    Drawing{"device", "B 6.5 2.5 11 19 2.2 M 10.5 18.5 L 13.5 18.5"},
    Drawing{"words", "B 3 4.5 18 15 2 M 6.5 9 L 9 9 M 12 9 L 17.5 9 M 6.5 12 L 9 12 M 12 12 "
                     "L 17.5 12 M 6.5 15 L 9 15 M 12 15 L 15.5 15"},
    Drawing{"allergy", "O 12 12 9 M 12 7 L 12 13 F 12 16.3 1.2"},
    Drawing{"medicine", "M 5 13.5 L 13.5 5 C 15 3.5 17.5 3.5 19 5 C 20.5 6.5 20.5 9 19 10.5 "
                        "L 10.5 19 C 9 20.5 6.5 20.5 5 19 C 3.5 17.5 3.5 15 5 13.5 Z M 9.3 9.3 "
                        "L 14.7 14.7"},
    Drawing{"heart", "M 12 20 C 4 14.5 3 11 3 8.8 C 3 6 5 4.2 7.5 4.2 C 9.5 4.2 11.2 5.3 12 7 "
                     "C 12.8 5.3 14.5 4.2 16.5 4.2 C 19 4.2 21 6 21 8.8 C 21 11 20 14.5 12 20 Z"},
    Drawing{"letter", "B 3 5.5 18 13 1.5 M 3.5 7 L 12 13 L 20.5 7"},
    Drawing{"request", "M 4 4.5 L 20 4.5 L 20 16 L 11 16 L 6.5 20 L 6.5 16 L 4 16 Z M 12 7.5 "
                       "L 12 7.4 M 8 10.3 L 16 10.3"},
    Drawing{"clinic", "B 4 4 16 17 1.5 M 12 7.5 L 12 13.5 M 9 10.5 L 15 10.5 M 10 21 L 10 17 "
                      "L 14 17 L 14 21"},
    Drawing{"speak", "M 4 9.5 L 8 9.5 L 12.5 5.5 L 12.5 18.5 L 8 14.5 L 4 14.5 Z "
                     "A 11 8 8 8 -55 110 A 9.5 5 14 14 -50 100"},
    Drawing{"search", "O 10.5 10.5 6 M 15 15 L 20.5 20.5"},
    Drawing{"clock", "O 12 12 9 M 12 6.5 L 12 12 L 16 14"},
    Drawing{"calendar", "B 4 5 16 15.5 1.5 M 4 10 L 20 10 M 8.5 3 L 8.5 6.5 M 15.5 3 L 15.5 6.5"},
    Drawing{"camera", "B 3 7 18 13 2 O 12 13.5 3.6 M 8.5 7 L 10 4.5 L 14 4.5 L 15.5 7"},
    Drawing{"print", "M 7 8 L 7 3.5 L 17 3.5 L 17 8 B 3.5 8 17 8 1.5 B 7 13.5 10 7 0.5"},
    Drawing{"trash", "M 4.5 6.5 L 19.5 6.5 M 9 6.5 L 9 3.5 L 15 3.5 L 15 6.5 M 6.5 6.5 L 7.5 20.5 "
                     "L 16.5 20.5 L 17.5 6.5"},
    Drawing{"pen", "M 4.5 19.5 L 5.5 15.5 L 16.5 4.5 L 19.5 7.5 L 8.5 18.5 Z"},
    Drawing{"ledger", "B 3.5 4 6 6 1 B 14.5 4 6 6 1 B 9 14 6 6 1 M 9.5 7 L 14.5 7 M 6.5 10 L 10 14 "
                      "M 17.5 10 L 14 14"},
    Drawing{"language", "O 12 12 9 M 3 12 L 21 12 M 12 3 C 8 7 8 17 12 21 M 12 3 C 16 7 16 17 12 "
                        "21"},
    Drawing{"type", "M 3.5 19 L 9 5 L 14.5 19 M 5.4 14.3 L 12.6 14.3 M 15.5 19 L 18.3 11.5 "
                    "L 21 19 M 16.3 17 L 20.2 17"},
    Drawing{"key", "O 8 15.5 4 M 11 12.5 L 19.5 4 M 15.5 8 L 18.5 11 M 18 5.5 L 20.5 8"},
    Drawing{"help", "O 12 12 9 A 9 6.8 6 6 180 -230 M 12.6 12.4 C 12.1 12.8 12 13.3 12 14 "
                    "F 12 17 1.1"},
};

// The number that comes next in `text`, which loses it.
double number(std::string_view &text) {
    const auto end = text.find(' ');
    const std::string word(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return std::strtod(word.c_str(), nullptr);
}

} // namespace

Icon::Icon(QQuickItem *parent) : QQuickPaintedItem(parent) {
    setImplicitSize(24, 24);
    setAntialiasing(true);
    connect(this, &Icon::changed, this, [this] { update(); });
}

void Icon::paint(QPainter *painter) {
    const auto drawing = std::ranges::find_if(
        drawings, [name = m_name.toStdString()](auto &one) { return one.name == name; });
    if (drawing == drawings.end()) return;
    constexpr double side = 24;
    const double scale = std::min(width(), height()) / side;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(scale, scale);
    QPainterPath lines, dots;
    std::string_view rest = drawing->strokes;
    while (!rest.empty()) {
        const char what = rest.front();
        rest.remove_prefix(std::min<std::size_t>(2, rest.size()));
        std::array<double, 6> n{};
        const std::size_t count = what == 'Z'                  ? 0
                                  : what == 'M' || what == 'L' ? 2
                                  : what == 'O' || what == 'F' ? 3
                                  : what == 'B'                ? 5
                                                               : 6;
        for (std::size_t i = 0; i < count; ++i) n[i] = number(rest);
        switch (what) {
        case 'M':
            lines.moveTo(n[0], n[1]);
            break;
        case 'L':
            lines.lineTo(n[0], n[1]);
            break;
        case 'C':
            lines.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5]);
            break;
        case 'Z':
            lines.closeSubpath();
            break;
        case 'O':
            lines.addEllipse(QPointF(n[0], n[1]), n[2], n[2]);
            break;
        case 'F':
            dots.addEllipse(QPointF(n[0], n[1]), n[2], n[2]);
            break;
        case 'B':
            lines.addRoundedRect(n[0], n[1], n[2], n[3], n[4], n[4]);
            break;
        default:
            lines.arcMoveTo(n[0], n[1], n[2], n[3], n[4]);
            lines.arcTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        }
    }
    painter->fillPath(dots, m_color);
    painter->strokePath(lines, QPen(m_color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace apricot
