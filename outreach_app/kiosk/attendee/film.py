"""The film, with what steers it in sight all the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from outreach_app.domain.campaign import Campaign, Film
from outreach_app.kiosk.film_length import on_the_clock
from outreach_app.kiosk.screen import Screen
from outreach_app.language import _
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.film_controls import FilmProgress, VolumeSlider
from outreach_app.look.film_player import QUIET, FilmTrouble
from outreach_app.look.film_view import FilmStand, FilmView
from outreach_app.look.icon import Icon
from outreach_app.look.multimedia import Multimedia, multimedia
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_BACK_SECONDS = 10


@dataclass(frozen=True)
class _Watched:
    """How the film was being watched when the window took another shape."""

    stand: FilmStand
    is_over: bool
    volume: int
    is_still: bool


class FilmScreen(Screen):
    """Play, pause, ten seconds back, captions, volume, and the way out."""

    place = Place.FILM
    steps = frozenset({Step.LEAVE_FILM})
    scheme = "attract"

    def __init__(
        self,
        theme: Theme,
        *,
        campaign: Campaign,
        film: Film,
        report: Callable[[FilmTrouble], None],
        volume: int = round(QUIET * 100),
        bring: Callable[[], Multimedia] = multimedia,
    ) -> None:
        super().__init__(theme.in_scheme("attract"))
        self._seconds = film.seconds
        self._has_captions = bool(film.captions)
        self._is_over = self._has_begun = self._plays_when_seen = False
        self._view = FilmView(self.theme, film, fallback_language=campaign.fallback_language, bring=bring)
        self._view.moved.connect(self._follow)
        self._view.ended.connect(self._show_end)
        self._view.sound_found.connect(self._show_volume)
        self._view.troubled.connect(report)
        self._view.troubled.connect(self._tell_what_there_is)
        self._view.captions_changed.connect(self._tell_what_there_is)
        self._make_controls()
        # In percent, as staff have set it; the slider tells the film.
        self._volume.setValue(volume)
        self.bar.hide()
        content = column(self._view, self._panel())
        content.setStretch(0, 1)
        self.setLayout(content)

    @property
    def holds_attention(self) -> bool:
        """Whether it plays: then somebody watches, though nobody touches anything."""
        return self._view.is_playing

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to see: its first frame, or what stands in for it."""
        return self._view.is_ready or self._view.is_standing_in

    def stand_at(self, share: float) -> None:
        """Stand still at a part of the film, 0 to 1."""
        self._view.pause()
        self._view.go_to(share * self._seconds)
        self._name_main()

    # -- a visit ---------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        """Begin to play; whoever comes back from Get help finds it standing where it stood."""
        self._plays_when_seen = False
        if self._has_begun:
            return
        self._has_begun = True
        # Whoever wants nothing to move starts it by hand.
        (self._view.prepare if self.theme.is_still else self._view.play)()
        self._name_main()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._view.close_film()

    def carried(self) -> _Watched:
        stand = self._view.stand()
        if self._plays_when_seen:
            stand = replace(stand, is_playing=True)
        return _Watched(stand, self._is_over, self._volume.value(), self.theme.is_still)

    def resume(self, carried: object) -> None:
        if not isinstance(carried, _Watched):
            return
        stand = carried.stand
        if self.theme.is_still and not carried.is_still:
            # They have just asked that nothing moves by itself.
            stand = replace(stand, is_playing=False)
        self._volume.setValue(carried.volume)
        self._is_over = carried.is_over
        self._view.take_over(stand)
        self._name_captions(is_shown=stand.shows_captions)
        self._show_moment(self._seconds if self._is_over else stand.seconds)
        self._tell_what_there_is()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still. Under a sheet that is laid over it, it waits to go on; :meth:`enter` ends that."""
        super().hideEvent(event)
        self._plays_when_seen = self._view.is_playing
        self._view.pause()
        self._name_main()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plays_when_seen:
            self._plays_when_seen = False
            self._view.play()
            self._name_main()

    # -- building --------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        theme = self.theme
        self._progress = FilmProgress(theme, _("How far the film is"))
        self._now = Words(theme, "meta", on_the_clock(0), tone="quiet", wraps=False)
        self._now.setFixedWidth(theme.space("s9"))
        self._leave_film = Button(theme, "outline", _("Leave the film"), icon="arrow-left")
        self._back = Button(theme, "outline", _("Back 10 s"), icon="replay")
        self._captions = Button(theme, "soft", _("Captions on"), icon="captions")
        self._captions.setMinimumHeight(theme.size("button"))
        # Shown once it is known that there are some; what has no parent yet would be a window of its own.
        self._captions.hide()
        self._shows_captions = True
        self._volume = VolumeSlider(theme, _("Volume"), QUIET)
        volume = row(Icon(theme, "volume", color="ink", size=28), theme.space("s3"), self._volume)
        self._volume_row = holding(volume)
        self._volume_row.hide()
        self._main = Button(theme, "primary", _("Pause"), icon="pause")
        self._note = Words(theme, "min")
        self._note.hide()
        self._leave_film.clicked.connect(lambda: self.emits(Step.LEAVE_FILM))
        self._back.clicked.connect(self._go_back)
        self._captions.clicked.connect(self._switch_captions)
        self._volume.valueChanged.connect(lambda value: self._view.set_volume(value / 100))
        self._main.clicked.connect(self._take_main)

    def _panel(self) -> QWidget:
        theme = self.theme
        whole = Words(theme, "meta", on_the_clock(self._seconds), tone="quiet", wraps=False)
        self._time = holding(
            row(self._now, self._progress, theme.space("s4"), whole, align=Qt.AlignmentFlag.AlignVCenter)
        )
        gap = theme.by_frame(24, 16, 12)
        rows: list[Part] = [self._note, self._time]
        if theme.is_portrait:
            rows += [12, row(self._back, gap, self._captions, gap, self._volume_row, None), 16]
            rows.append(row(self._leave_film, None, self._main))
        else:
            parts = (self._leave_film, None, self._back, gap, self._captions, gap, self._volume_row, gap, self._main)
            rows += [theme.by_frame(12, 12, 6), row(*parts)]
        side = theme.by_frame(40, 32, 24)
        layout: QLayout = column(*rows, margins=(side, theme.by_frame(14, 18, 8), side, theme.by_frame(18, 24, 10)))
        panel = holding(layout)
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.setProperty("ground", "sunken")
        return panel

    # -- what a person does ----------------------------------------------------------------------------------------

    def _take_main(self) -> None:
        if self._is_over or self._has_nothing:
            self.emits(Step.LEAVE_FILM)
        elif self._view.is_playing:
            self._view.pause()
        else:
            self._view.play()
        self._name_main()

    def _go_back(self) -> None:
        self._view.go_to(self._view.position - _BACK_SECONDS)
        if self._is_over:
            self._is_over = False
            self._view.play()
        self._name_main()

    def _switch_captions(self) -> None:
        self._view.show_captions(not self._shows_captions)
        self._name_captions(is_shown=not self._shows_captions)

    def _name_captions(self, *, is_shown: bool) -> None:
        self._shows_captions = is_shown
        self._captions.tell(_("Captions on") if is_shown else _("Captions off"))
        self.say_anew(self._captions)

    # -- what the film does ----------------------------------------------------------------------------------------

    @Slot(float)
    def _follow(self, seconds: float) -> None:
        # A film that was carried here after its end stands at its last frame, a little before it.
        if not self._is_over:
            self._show_moment(seconds)

    def _show_moment(self, seconds: float) -> None:
        moment = on_the_clock(seconds)
        self._progress.advance(seconds / self._seconds, f"{moment} / {on_the_clock(self._seconds)}")
        if moment != self._now.text():
            self._now.tell(moment)

    @Slot()
    def _show_end(self) -> None:
        self._is_over = True
        self._show_moment(self._seconds)
        self._name_main()

    @Slot()
    def _show_volume(self) -> None:
        self._volume_row.show()

    @property
    def _has_nothing(self) -> bool:
        """Whether there is neither a film to see nor captions to read in its place."""
        return self._view.is_standing_in and not self._view.has_captions

    @Slot()
    def _tell_what_there_is(self) -> None:
        """What can be seen and read here, in the language that is spoken: in words, and in what is offered."""
        stands_in, reads = self._view.is_standing_in, self._view.has_captions
        self._captions.setVisible(reads and not stands_in)
        if stands_in and reads:
            self._note.tell(_("The film cannot play here. You can read it instead."))
        elif stands_in:
            self._view.pause()
            self._note.tell(_("The film cannot play here. You can go on without it."))
        else:
            self._note.tell(_("The captions of this film cannot be shown here."))
        self._note.setVisible(stands_in or (self._has_captions and not reads))
        self._time.setHidden(self._has_nothing)
        self._back.setHidden(self._has_nothing)
        self._name_main()

    def _name_main(self) -> None:
        """What the one bright button does now."""
        if self._is_over or self._has_nothing:
            self._main.tell(_("Continue"), icon="arrow-right")
        elif self._view.is_playing:
            self._main.tell(_("Pause"), icon="pause")
        else:
            self._main.tell(_("Play"), icon="play")
        self.say_anew(self._main)
