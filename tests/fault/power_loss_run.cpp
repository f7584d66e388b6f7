// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_run.hpp"

#include "dice.hpp"
#include "oracle.hpp"
#include "power_loss_image.hpp"
#include "power_loss_vfs.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tertib {

namespace {

constexpr const char* path = "/store.db";

/// What was said to the one who asks, and when: after so many changes of the disk.
struct Saying {
    std::size_t position = 0;
    std::vector<Entry> batch;
    bool is_answer = false;
    Answer answer;
};

/// A disk to begin with and what is known about it.
struct Beginning {
    DiskImage image;
    Oracle oracle;
    std::size_t asked = 0;
};

/// Lives one random life of a file and remembers all that was said.
class Recording {
public:
    Recording(const OpenSubject& open, Durability durability, PowerLossVfs& vfs,
              const Beginning& beginning, Dice& dice)
        : open_(open),
          opening_{.path = path, .vfs = vfs.name(), .durability = durability},
          vfs_(vfs),
          oracle_(beginning.oracle),
          asked_(beginning.asked),
          dice_(dice) {
        vfs_.load(beginning.image);
        reopen();
        const std::size_t steps = 12 + dice_.below(24);
        for (std::size_t i = 0; i < steps; ++i) {
            step();
        }
        subject_.reset();
    }

    [[nodiscard]] const std::vector<Saying>& sayings() const { return sayings_; }
    [[nodiscard]] std::size_t asked() const { return asked_; }

private:
    void step() {
        if (subject_ == nullptr) {
            reopen();
            return;
        }
        const std::uint64_t rolled = dice_.below(100);
        if (rolled < 8) {
            do_chore(Chore::checkpoint);
        } else if (rolled < 14) {
            do_chore(Chore::truncate);
        } else if (rolled < 16) {
            do_chore(Chore::vacuum);
        } else if (rolled < 22) {
            reopen();
        } else if (rolled < 30) {
            vfs_.kill_after(dice_.below(12)); // during what comes next
        } else if (rolled < 32) {
            subject_->abandon(fresh(2));
        } else {
            append(fresh(rolled < 80 ? 1 : 1 + dice_.below(5)));
        }
        forget_if_dead();
    }

    /// Also after a killing: what wasn't acknowledged is asked again.
    void reopen() {
        subject_.reset();
        try {
            subject_ = open_(opening_);
        } catch (const SubjectError&) {
            return; // killed while opening; the next step tries again
        }
        for (const std::vector<Entry>& batch : oracle_.unsettled()) {
            append(batch);
        }
        forget_if_dead();
    }

    void append(const std::vector<Entry>& batch) {
        sayings_.push_back({.position = vfs_.log().size(), .batch = batch, .answer = {}});
        const std::size_t life = vfs_.life();
        const Answer answer = oracle_.append(*subject_, batch);
        if (life == vfs_.life()) { // the dead say nothing
            sayings_.push_back({.position = vfs_.log().size(),
                                .batch = batch,
                                .is_answer = true,
                                .answer = answer});
        }
    }

    void do_chore(Chore chore) {
        try {
            static_cast<void>(subject_->perform(chore));
        } catch (const SubjectError&) {
            dead_ = true; // nothing but a killing makes it fail
        }
    }

    void forget_if_dead() {
        if (life_ != vfs_.life() || dead_) {
            subject_.reset();
            life_ = vfs_.life();
            dead_ = false;
        }
    }

    std::vector<Entry> fresh(std::size_t count) {
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string number = std::to_string(++asked_);
            const std::size_t size = dice_.one_in(12) ? 5000 + dice_.below(6000) : dice_.below(200);
            entries.push_back({"case-" + std::to_string(dice_.below(3)), "key-" + number,
                               number + std::string(size, static_cast<char>('a' + asked_ % 26))});
        }
        return entries;
    }

    const OpenSubject& open_;
    Opening opening_;
    PowerLossVfs& vfs_;
    Oracle oracle_;
    std::size_t asked_;
    Dice& dice_;
    std::unique_ptr<Subject> subject_;
    std::size_t life_ = 0;
    bool dead_ = false;
    std::vector<Saying> sayings_;
};

class PowerLossRunner {
public:
    PowerLossRunner(const OpenSubject& open, const PowerLossOptions& options)
        : open_(open),
          options_(options),
          dice_(options.seed) {}

    PowerLossReport run() {
        while (report_.images < options_.images && report_.bad_images < options_.most_bad) {
            if (!dice_.one_in(3) || depth_ == 3) {
                beginning_ = {};
                depth_ = 0;
            }
            ++depth_;
            ++report_.recordings;
            make_images(Recording(open_, options_.durability, recorder_, beginning_, dice_));
        }
        return std::move(report_);
    }

private:
    void make_images(const Recording& recording) {
        const std::vector<DiskOperation> log = recorder_.log();
        std::vector<std::size_t> places;
        const std::size_t wanted =
            std::min(options_.images_a_recording, options_.images - report_.images);
        for (std::size_t i = 0; i < wanted; ++i) {
            places.push_back(dice_.below(log.size() + 1));
        }
        std::ranges::sort(places);
        PowerLoss disk(beginning_.image);
        Oracle oracle = beginning_.oracle;
        std::size_t followed = 0;
        auto saying = recording.sayings().begin();
        Beginning next;
        const std::size_t kept = dice_.below(wanted);
        for (std::size_t i = 0; i < wanted && report_.bad_images < options_.most_bad; ++i) {
            for (; followed < places[i]; ++followed) {
                disk.follow(log[followed]);
            }
            for (; saying != recording.sayings().end() && saying->position <= followed; ++saying) {
                saying->is_answer ? oracle.answer(saying->batch, saying->answer)
                                  : oracle.ask(saying->batch);
            }
            DiskImage image = disk.lose_power(dice_);
            if (i == kept) {
                next = {.image = image, .oracle = oracle, .asked = recording.asked()};
            }
            judge(std::move(image), oracle, followed);
        }
        beginning_ = std::move(next);
    }

    void judge(DiskImage image, const Oracle& oracle, std::size_t followed) {
        ++report_.images;
        report_.acknowledged += oracle.acknowledged();
        report_.unknown += oracle.unknown();
        judge_.load(std::move(image));
        std::vector<std::string> wrong;
        try {
            const Opening opening{
                .path = path, .vfs = judge_.name(), .durability = options_.durability};
            const std::unique_ptr<Subject> subject = open_(opening);
            wrong = examine(*subject, oracle);
            if (wrong.empty() && dice_.one_in(8)) {
                Oracle later = oracle;
                wrong = ask_again(*subject, later);
            }
        } catch (const SubjectError& error) {
            wrong.push_back(std::string("can't be opened: ") + error.what());
        }
        report_.bad_images += wrong.empty() ? 0U : 1U;
        for (const std::string& word : wrong) {
            report_.wrong.push_back("recording " + std::to_string(report_.recordings) + ", image " +
                                    std::to_string(report_.images) + " after " +
                                    std::to_string(followed) + " changes: " + word);
        }
    }

    const OpenSubject& open_;
    PowerLossOptions options_;
    Dice dice_;
    PowerLossVfs recorder_{"tertib-power-recorder", dice_.next()};
    PowerLossVfs judge_{"tertib-power-judge", dice_.next(), PowerLossVfs::Log::not_kept};
    Beginning beginning_;
    std::size_t depth_ = 0;
    PowerLossReport report_;
};

} // namespace

PowerLossReport run_power_losses(const OpenSubject& open, const PowerLossOptions& options) {
    return PowerLossRunner(open, options).run();
}

} // namespace tertib
