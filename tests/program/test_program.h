// SPDX-License-Identifier: GPL-3.0-or-later
// Each folder of tests is one program (apricot_tests in tests/CMakeLists.txt). A file test_X.cpp
// ends with APRICOT_TEST(Class), or APRICOT_SCREEN_TEST(Class) where the class opens windows, and
// with #include "test_X.moc". `test_FOLDER test_X` runs that file's classes, `test_FOLDER Class`
// one class (what follows goes to Qt Test: names of functions, -v2 ...), `test_FOLDER` all, each in
// a process of its own.
#pragma once

#include <QCoreApplication>
#ifdef QT_GUI_LIB
#include <QGuiApplication>
#endif

#include <memory>
#include <type_traits>

namespace apricot::test {

// For bounds on what a thing costs: AddressSanitizer keeps freed memory and looks at every access.
#ifdef __SANITIZE_ADDRESS__
inline constexpr long memoryFactor = 16, timeFactor = 6;
#else
inline constexpr long memoryFactor = 1, timeFactor = 1;
#endif

struct TestClass {
    const char *file; // __FILE__
    const char *name;
    std::unique_ptr<QCoreApplication> (*application)(int &argc, char **argv);
    std::unique_ptr<QObject> (*make)();
};

// Offscreen, drawn by the processor, in China: whatever of that the environment does not say.
void withoutDisplay();
// Called before main.
bool registered(const TestClass &test);

template <class Application>
std::unique_ptr<QCoreApplication> startedAs(int &argc, char **argv) {
    if constexpr (!std::is_same_v<Application, QCoreApplication>) {
        withoutDisplay();
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    }
    return std::make_unique<Application>(argc, argv);
}

} // namespace apricot::test

#define APRICOT_TEST_STARTED_BY(Class, start)                                                      \
    [[maybe_unused]] static const bool registered##Class =                                         \
        apricot::test::registered({__FILE__, #Class, start, []() -> std::unique_ptr<QObject> {     \
                                       return std::make_unique<Class>();                           \
                                   }});
#define APRICOT_TEST(Class)                                                                        \
    APRICOT_TEST_STARTED_BY(Class, apricot::test::startedAs<QCoreApplication>)
#define APRICOT_SCREEN_TEST(Class)                                                                 \
    APRICOT_TEST_STARTED_BY(Class, apricot::test::startedAs<QGuiApplication>)
